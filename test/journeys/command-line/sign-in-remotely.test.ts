import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type GuesthouseCommand, startCommand } from "../../support/guesthouse-command.ts";
import { type RunningGuesthouse, startGuesthouse } from "../../support/start-guesthouse.ts";
import { textOf, Visitor } from "../../support/visitor.ts";

let house: RunningGuesthouse;
let person: string;

beforeAll(async () => {
  house = await startGuesthouse();
  person = mkdtempSync(join(tmpdir(), "guesthouse-person-"));
});

afterEach(() => {
  rmSync(join(person, "guesthouse"), { recursive: true, force: true });
});

afterAll(async () => {
  rmSync(person, { recursive: true, force: true });
  await house?.remove();
});

/** A command of somebody who has nothing of the service but its address. */
function command(...words: string[]): GuesthouseCommand {
  return startCommand(words, { XDG_CONFIG_HOME: person, GUESTHOUSE_DATA_DIR: join(person, "no-data") });
}

async function answerOf(...words: string[]): Promise<{ exitCode: number | null; output: string }> {
  const started = command(...words);
  return { exitCode: await started.ended(), output: started.output() };
}

// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects there
async function jsonOf(...words: string[]): Promise<any> {
  const { exitCode, output } = await answerOf(...words, "--json");
  if (exitCode !== 0) throw new Error(output);
  return JSON.parse(output);
}

function contoso() {
  const [tenant] = house.demo.tenants;
  const application = tenant?.applications.find(({ displayName }) => displayName === "Guesthouse CLI");
  if (!tenant || !application) throw new Error("the demo has no Contoso with a command line");
  return { ...tenant, clientId: application.clientId };
}

/** Says in a browser whether the device is one's own. */
async function decide(code: string, firstName: string, decision: "continue" | "cancel"): Promise<string> {
  const user = contoso().users.find(({ displayName }) => displayName.startsWith(firstName));
  if (!user) throw new Error(`nobody is called ${firstName}`);
  const visitor = new Visitor((request) => fetch(request, { redirect: "manual" }), house.publicUrl);
  const address = await visitor.submit(await visitor.get("/devicelogin"), { code });
  const password = await visitor.submit(address, { email: user.userPrincipalName });
  const confirm = await visitor.submit(password, { password: user.password });
  return textOf(await visitor.submit(confirm, { decision }));
}

async function signIn(firstName: string, ...words: string[]): Promise<string> {
  const login = command("login", ...words);
  const [, code = ""] = await login.printed(/enter the code (\S+)\s/);
  await decide(code, firstName, "continue");
  if ((await login.ended()) !== 0) throw new Error(login.output());
  return login.output();
}

function fromElsewhere(): string[] {
  const { domains, clientId } = contoso();
  return ["--authority", house.publicUrl, "--tenant", domains[0] ?? "", "--client-id", clientId];
}

function keptFile(): string {
  const folder = join(person, "guesthouse", "sign-ins");
  const [file, other] = readdirSync(folder);
  if (file === undefined || other !== undefined) throw new Error("there is not exactly one sign-in");
  return join(folder, file);
}

describe("somebody signs in at the terminal", () => {
  it("with a browser, and only they can read what is kept", async () => {
    const output = await signIn("Ivo", ...fromElsewhere());
    expect(output).toContain(`Open ${house.publicUrl}/devicelogin in a browser`);
    expect(output).toContain("as Ivo Marek (ivo@contoso.example)");
    expect(statSync(keptFile()).mode & 0o777).toBe(0o600);
    expect(statSync(join(keptFile(), "..")).mode & 0o777).toBe(0o700);
    expect(await jsonOf("whoami")).toMatchObject({
      issuer: `${house.publicUrl}/${contoso().tenantId}/v2.0`,
      displayName: "Ivo Marek",
      userPrincipalName: "ivo@contoso.example",
    });
  });

  it("on the service's own machine needs to name nothing", async () => {
    const login = startCommand(["login"], {
      XDG_CONFIG_HOME: person,
      GUESTHOUSE_DATA_DIR: house.dataDirectory,
    });
    const [, code = ""] = await login.printed(/enter the code (\S+)\s/);
    await decide(code, "Anna", "continue");
    expect(await login.ended()).toBe(0);
    expect(login.output()).toContain("as Anna Lindqvist");
  });

  it("and invites and lists with their own rights, with a token renewed when it is old", async () => {
    await signIn("Ivo", ...fromElsewhere());
    const before = JSON.parse(readFileSync(keptFile(), "utf8"));
    writeFileSync(keptFile(), JSON.stringify({ ...before, accessTokenExpiresAt: new Date(0).toISOString() }));
    const atOnce = Array.from({ length: 3 }, () => jsonOf("whoami"));
    for (const { displayName } of await Promise.all(atOnce)) expect(displayName).toBe("Ivo Marek");
    const invited = await jsonOf("invite", "zoe@elsewhere.example", "yan@elsewhere.example", "--remote");
    expect(invited.invitations).toMatchObject([
      { email: "zoe@elsewhere.example", result: "invited", mail: "queued", error: null },
      { email: "yan@elsewhere.example", result: "invited", mail: "queued", error: null },
    ]);
    expect(invited.invitations[0]).not.toHaveProperty("inviteRedeemUrl");
    const after = JSON.parse(readFileSync(keptFile(), "utf8"));
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(Date.parse(after.accessTokenExpiresAt)).toBeGreaterThan(Date.now());

    const pending = await jsonOf("users", "--remote", "--guests", "--state", "pending", "--limit", "1");
    expect(pending).toMatchObject({ count: 2, users: [{ userType: "Guest", state: "pending" }], next: null });
    const { output } = await answerOf("users", "--remote");
    expect(output).toContain("zoe@elsewhere.example");
    expect(output).toContain("Anna Lindqvist");
    expect(output).toMatch(/\n5 at localhost/);
  });

  it("and is told what is wrong with what they ask", async () => {
    await signIn("Mia", ...fromElsewhere());
    const { exitCode, output } = await answerOf("invite", "not an address", "--remote");
    expect(exitCode).toBe(1);
    expect(output).toContain("not an address");
    const csv = await answerOf("invite", "--csv", "guests.csv", "--remote");
    expect(csv.exitCode).toBe(1);
    expect(csv.output).toContain("--remote' cannot be used with option '--csv");
  });

  it("until they sign out, or say in the browser that it was not them", async () => {
    await signIn("Mia", ...fromElsewhere());
    expect((await answerOf("logout")).output).toContain("Forgot the sign-in of mia@contoso.example");
    expect(() => keptFile()).toThrow();
    expect(await answerOf("whoami")).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("You are not signed in anywhere"),
    });
    const login = command("login", ...fromElsewhere());
    const [, code = ""] = await login.printed(/enter the code (\S+)\s/);
    await decide(code, "Mia", "cancel");
    expect(await login.ended()).toBe(1);
    expect(login.output()).toContain("cancelled in the browser");
  });

  it("and is not sent over a network in plain text, nor to an address that is nothing", async () => {
    const { clientId } = contoso();
    const at = (authority: string) => answerOf("login", "--authority", authority, "--client-id", clientId);
    expect((await at("http://guests.contoso.example/contoso.example")).output).toContain("is not https");
    expect((await at("guests.contoso.example")).output).toContain("--tenant");
    expect((await at(`${house.publicUrl}/nowhere.example`)).output).toContain("AADSTS90002");
  });
});
