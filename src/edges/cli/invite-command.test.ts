import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { guesthouse, printedJson, startCommand } from "../../../test/support/command-line.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { countOfWaiting } from "../../../test/support/waiting-statements.ts";
import { registerApplication } from "../../domain/applications/register-application.ts";
import { assignDirectoryRole } from "../../domain/directory/assign-directory-role.ts";
import { createMember } from "../../domain/directory/create-member.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import { changeCollaborationSettings } from "../../domain/policies/change-collaboration-settings.ts";
import type { DomainName } from "../../foundation/domain-name.ts";

const { database, connection, databaseUrl } = await testDatabase();
const machine = testMachine(database);
const folder = mkdtempSync(join(tmpdir(), "guesthouse-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let contoso: Tenant;
let ivo: User;

beforeAll(async () => {
  const domains = ["contoso.example" as DomainName];
  contoso = accepted(
    await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso", domains }),
  );
  ivo = await member("ivo@contoso.example");
  await member("mia@contoso.example");
  const { tenantId } = contoso;
  const role = "guest-inviter";
  await assignDirectoryRole(machine, byOperator, { tenantId, userId: ivo.userId, role });
  const changes = { allowInvitesFrom: "inviters" } as const;
  accepted(await changeCollaborationSettings(machine, byOperator, { tenantId, changes }));
  accepted(
    await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Tender Room",
      redirectUris: [],
      homePageUrl: "https://tender.contoso.example/",
    }),
  );
});

async function member(userPrincipalName: string): Promise<User> {
  const password = "a long enough secret";
  return accepted(
    await createMember(machine, byOperator, {
      tenantId: contoso.tenantId,
      userPrincipalName,
      displayName: userPrincipalName,
      password,
    }),
  );
}

function invite(...parameters: string[]) {
  return guesthouse(databaseUrl, ["invite", ...parameters]);
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function rowsOf(path: string, delimiter = ","): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true, delimiter });
}

function invitationsOf(email: string) {
  return database.selectFrom("invitation").selectAll().where("email", "=", email).execute();
}

async function countMails(): Promise<number> {
  return (await database.selectFrom("mail").select("mailId").execute()).length;
}

/** Any number that is no advisory lock of the product. */
const gateLock = 4711;

/** Lets so many people be invited and no more, until it is opened. */
async function closeGateAfter(people: number): Promise<{ open(): Promise<void> }> {
  const keeper = new pg.Client(connection);
  await keeper.connect();
  await keeper.query(`
    select pg_advisory_lock(${gateLock});
    create sequence if not exists people_come;
    alter sequence people_come restart;
    create or replace function wait_at_gate() returns trigger language plpgsql as $$
      begin
        if nextval('people_come') > ${people} then perform pg_advisory_xact_lock_shared(${gateLock}); end if;
        return new;
      end $$;
    create or replace trigger gate before insert on invitation for each row execute function wait_at_gate();`);
  return { open: () => keeper.end() };
}

/** An import that gets a signal while it is under way. */
async function interruptedImport(path: string, signal: "SIGINT" | "SIGKILL") {
  const gate = await closeGateAfter(450);
  const command = startCommand(databaseUrl, ["invite", "--csv", path]);
  const ended = once(command, "exit");
  const hasCome = async () => (await countOfWaiting(database)) > 0 || command.exitCode !== null;
  await vi.waitUntil(hasCome, { timeout: 100_000 });
  command.kill(signal);
  await gate.open();
  await ended;
  return { exitCode: command.exitCode };
}

async function countMany(): Promise<number> {
  const rows = await database
    .selectFrom("invitation")
    .select("invitationId")
    .where("email", "like", "many%")
    .execute();
  return rows.length;
}

describe("invite ADDRESS", () => {
  it("invites as a member to an application, with the message, and keeps the link to itself", async () => {
    const result = await invite(
      ...["ana@fabrikam.example", "--as", "ivo@contoso.example", "--app", "tender room"],
      ...["--name", "Ana Lund", "--message", "Hello = Ana", "--language", "de"],
    );
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).toContain("ana@fabrikam.example  invited; the mail is queued");
    expect(result.stdout).not.toContain("ticket=");
    expect(await invitationsOf("ana@fabrikam.example")).toMatchObject([
      {
        displayName: "Ana Lund",
        messageBody: "Hello = Ana",
        messageLanguage: "de",
        redirectUrl: "https://tender.contoso.example/",
        inviterId: ivo.userId,
      },
    ]);
  });

  it("prints the link when no mail goes out, for whoever hands it over", async () => {
    const invited = printedJson(await invite("bo@fabrikam.example", "--no-mail", "--json"));
    expect(invited.invitations).toMatchObject([
      {
        email: "bo@fabrikam.example",
        result: "invited",
        mail: "none",
        inviteRedeemUrl: expect.stringContaining("http://localhost:9/redeem?tenant="),
      },
    ]);
  });

  it("invites nobody when one of the addresses cannot be invited", async () => {
    const result = await invite("cy@fabrikam.example", "mia@contoso.example", "cy@");
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain("mia@contoso.example  The address belongs to this organisation");
    expect(result.stdout).toContain("This is not an e-mail address");
    expect(await invitationsOf("cy@fabrikam.example")).toEqual([]);
  });

  it("gives a member no more rights than they have", async () => {
    const result = await invite("cy@fabrikam.example", "--as", "mia@contoso.example");
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain("Guest Inviter");
    expect(result.stderr).not.toContain("    at ");
    expect(await invitationsOf("cy@fabrikam.example")).toEqual([]);
  });
});

describe("invite --csv", () => {
  it("takes the template of the Entra admin center as it is", async () => {
    const path = file(
      "template.csv",
      "version:v1.0,,,\r\n" +
        "Email address to invite [inviteeEmail] Required,Redirection url [inviteRedirectURL] Required,Send invitation message (true or false) [sendEmail],Customized invitation message [customizedMessageBody]\r\n" +
        '"Example: chris@contoso.com",https://myapplications.microsoft.com,true,Hi\r\n' +
        'dan@fabrikam.example,https://app.contoso.example,true,"Hi Dan, ""welcome"""\r\n' +
        "eve@fabrikam.example,https://app.contoso.example,,\r\n",
    );
    const mailsBefore = await countMails();
    const result = await invite("--csv", path, "--links");
    expect(result.exitCode).toBe(0);
    expect(result.stdout).not.toContain("ticket=");
    expect((await countMails()) - mailsBefore).toBe(1);
    expect(await invitationsOf("dan@fabrikam.example")).toMatchObject([
      { redirectUrl: "https://app.contoso.example", messageBody: 'Hi Dan, "welcome"', sendMail: true },
    ]);
    const results = join(folder, "template.results.csv");
    expect(statSync(results).mode & 0o777).toBe(0o600);
    expect(rowsOf(results)).toMatchObject([
      {
        row: "4",
        email: "dan@fabrikam.example",
        result: "invited",
        link: expect.stringContaining("ticket="),
      },
      {
        row: "5",
        email: "eve@fabrikam.example",
        result: "invited",
        link: expect.stringContaining("ticket="),
      },
    ]);
  });

  it("takes its own header with semicolons, a byte order mark, and lines inside cells", async () => {
    const path = file(
      "own.csv",
      "\ufeffemail;name;message;language;app;sponsor;cc;lifetime_days;Department\n" +
        '"jürgen@bücher.example";Jürgen Groß;"Hallo; Jürgen\nbis bald";de;Tender Room;mia@contoso.example;boss@fabrikam.example;never;Sales\n' +
        "=cmd@fabrikam.example;=1+1;;;;;;;\n" +
        "Jürgen@bücher.example;;;;;;;;\n;;;;;;;;\n",
    );
    const result = await invite("--csv", path, "--as", "ivo@contoso.example");
    expect(result.exitCode).toBe(0);
    expect(result.stderr).toContain('Not used: "Department"');
    expect(await invitationsOf("jürgen@bücher.example")).toMatchObject([
      {
        displayName: "Jürgen Groß",
        messageBody: "Hallo; Jürgen\nbis bald",
        messageLanguage: "de",
        redirectUrl: "https://tender.contoso.example/",
        expiresAt: null,
        ccRecipients: [{ name: null, address: "boss@fabrikam.example" }],
      },
    ]);
    const results = readFileSync(join(folder, "own.results.csv"), "utf8");
    expect(results).toContain("3;'=cmd@fabrikam.example;invited");
    expect(results).toContain("4;Jürgen@bücher.example;repeated;;The same address stands in row 2.");
    expect(results).not.toContain("ticket");
  });

  it("checks every row first: with a problem anywhere nobody is invited, and each problem has its row", async () => {
    const path = file(
      "bad.csv",
      "email,app,sponsor,message\nfay@fabrikam.example,,,\nmia@contoso.example,,,\nnobody,,,\n" +
        "gus@fabrikam.example,Nothing,,\nhal@fabrikam.example,,nobody@contoso.example,\nida@fabrikam.example,,,a,b\n",
    );
    const result = await invite("--csv", path);
    expect(result.exitCode).toBe(1);
    for (const row of [3, 4, 5, 6, 7]) expect(result.stderr).toContain(`row ${row}  `);
    expect(result.stderr).toContain("--skip-problems");
    expect(await invitationsOf("fay@fabrikam.example")).toEqual([]);

    const again = printedJson(await invite("--csv", path, "--skip-problems", "--no-mail", "--json"));
    expect(again).toMatchObject({ checked: { problems: 5 }, invited: { invited: 1, refused: 5 } });
    expect(await invitationsOf("fay@fabrikam.example")).toHaveLength(1);
  });

  it("only tells what would happen with --dry-run", async () => {
    const path = file("dry.csv", "email\njon@fabrikam.example\nana@fabrikam.example\n");
    const results = join(folder, "dry-results.csv");
    const told = printedJson(await invite("--csv", path, "--dry-run", "--results", results, "--json"));
    expect(told).toMatchObject({ checked: { newGuests: 1, alreadyInvited: 1 }, invited: null });
    expect(rowsOf(results).map(({ result }) => result)).toEqual(["invited", "already-invited"]);
    expect(await invitationsOf("jon@fabrikam.example")).toEqual([]);
  });

  it("is safe to run twice: nobody is mailed again, unless that is asked for", async () => {
    const path = file("twice.csv", "email\nkim@fabrikam.example\nlou@fabrikam.example\n");
    await invite("--csv", path);
    const mails = await countMails();
    const second = printedJson(await invite("--csv", path, "--json"));
    expect(second.invited).toMatchObject({ invited: 0, alreadyInvited: 2 });
    expect(second.resultsFile).toBe(join(folder, "twice.results.2.csv"));
    expect(await countMails()).toBe(mails);
    const third = printedJson(await invite("--csv", path, "--again", "--json"));
    expect(third.invited).toMatchObject({ invitedAgain: 2 });
    expect(await countMails()).toBe(mails + 2);
  });

  it("stops when asked to, goes on where it stopped or was killed, and mails nobody twice", async () => {
    const people = Array.from({ length: 3000 }, (_, number) => `many${number}@bulk.example\n`);
    const path = file("many.csv", `email\n${people.join("")}`);
    const stopped = await interruptedImport(path, "SIGINT");
    expect(stopped.exitCode).toBe(130);
    const afterStop = await countMany();
    expect(rowsOf(join(folder, "many.results.csv"))).toHaveLength(afterStop);
    expect(await interruptedImport(path, "SIGKILL")).toMatchObject({ exitCode: null });
    const before = await countMany();
    expect(afterStop).toBeGreaterThan(0);
    expect(before).toBeGreaterThan(afterStop);
    expect(before).toBeLessThan(3000);

    const second = printedJson(await invite("--csv", path, "--json"));
    expect(second.invited).toMatchObject({ rows: 3000, invited: 3000 - before, alreadyInvited: before });
    const mails = await database.selectFrom("mail").select("recipients").execute();
    const many = mails.flatMap(({ recipients }) => recipients.filter((one) => one.startsWith("many")));
    expect(many).toHaveLength(3000);
    expect(new Set(many).size).toBe(3000);
  }, 300_000);
});
