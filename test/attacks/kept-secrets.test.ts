import { createPrivateKey } from "node:crypto";
import { Writable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { openContent } from "../../src/platform/mail/sealed-content.ts";
import { openLog } from "../../src/platform/telemetry/log.ts";
import {
  acceptByCode,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  proofKey,
  signInAt,
} from "../support/house-applications.ts";
import { dumpOf, spellingsOf } from "../support/seen-secrets.ts";
import { testHouse } from "../support/test-house.ts";

const lines: string[] = [];
const collected = new Writable({
  write(chunk, _encoding, done) {
    lines.push(
      ...String(chunk)
        .split("\n")
        .filter((line) => line !== ""),
    );
    done();
  },
});
const house = await testHouse({ log: openLog("trace", collected) });
const { contoso, machine } = house;
const { web, spa } = clientsOf(house);
const address = "nora@elsewhere.example";
const correlationId = "5eed5eed-0000-4000-8000-00000000abcd";

/** By name, so that a failure says what leaked without showing it. */
const secrets = new Map<string, string>();
function remember(name: string, value: unknown): void {
  if (typeof value !== "string" || value === "") throw new Error(`the run has shown no ${name}`);
  secrets.set(name, value);
}

async function signingKeyOfHouse() {
  const [row] = await machine.database.selectFrom("signingKey").selectAll().execute();
  if (!row) throw new Error("no signing key");
  return machine.masterKey.decrypt("signing-key", row.privateKeyEncrypted).toString();
}

async function graph(path: string, token: string, init: RequestInit = {}): Promise<Response> {
  return house.fetch(
    new Request(`${machine.configuration.publicUrl}/v1.0${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "client-request-id": correlationId,
      },
    }),
  );
}

// One run of everything that handles a secret, with its failures.
beforeAll(async () => {
  const automation = contoso.applications[2];
  const credentials = { client_id: automation?.applicationId, client_secret: automation?.secret };
  const grant = { grant_type: "client_credentials", scope: "https://graph.microsoft.com/.default" };
  const application = await askForTokens(house, contoso.tenantId, { ...credentials, ...grant });
  remember("application's access token", application.body["access_token"]);
  await askForTokens(house, contoso.tenantId, {
    ...credentials,
    ...grant,
    client_secret: "wrong-client-secret",
  });
  remember("wrong client secret", "wrong-client-secret");

  const invited = await graph("/invitations", String(application.body["access_token"]), {
    method: "POST",
    body: JSON.stringify({
      invitedUserEmailAddress: address,
      inviteRedirectUrl: "https://app.contoso.example/",
      sendInvitationMessage: true,
    }),
  });
  const { inviteRedeemUrl } = (await invited.json()) as { inviteRedeemUrl: string };
  remember("ticket", new URL(inviteRedeemUrl).searchParams.get("ticket"));

  const member = house.visitor();
  await signInAt(member, "/myapps", "anna@contoso.example", "a wrong password");
  await signInAt(member, "/myapps", "anna@contoso.example", contoso.users[0]?.password ?? "");
  remember("wrong password", "a wrong password");
  remember("member's cookie", [...member.cookies.values()][0]);

  const guest = house.visitor();
  const sendCode = await guest.submit(await guest.get(inviteRedeemUrl), { decision: "accept" });
  remember("first cookie", [...guest.cookies.values()][0]);
  remember("form secret", /name="csrf" value="([^"]+)"/.exec(sendCode.html)?.[1]);
  await guest.submit(await guest.submit(sendCode, {}), { code: "00000000" });
  house.moveClock(1);
  await acceptByCode(house, guest, inviteRedeemUrl, address);
  remember("mailed code", await house.newestCode(address));
  remember("guest's cookie", [...guest.cookies.values()][0]);

  const key = proofKey();
  const bound = { code_challenge: key.challenge, code_challenge_method: "S256" };
  const answered = await guest.get(authorizeAddress(contoso.tenantId, web, bound));
  remember("verifier", key.verifier);
  remember("authorization code", answered.url.searchParams.get("code"));
  const tokens = await askForTokens(house, contoso.tenantId, codeGrant(web, answered, key.verifier));
  for (const name of ["access_token", "id_token", "refresh_token"]) remember(name, tokens.body[name]);
  const renewed = await askForTokens(house, contoso.tenantId, {
    grant_type: "refresh_token",
    client_id: web.clientId,
    client_secret: web.clientSecret,
    refresh_token: String(tokens.body["refresh_token"]),
  });
  remember("renewed refresh token", renewed.body["refresh_token"]);
  await askForTokens(house, contoso.tenantId, codeGrant(spa, answered, key.verifier));
  await graph("/me", String(tokens.body["access_token"]));
  await graph("/me", `${String(tokens.body["access_token"])}x`);

  for (const { applications, users } of house.demo.tenants) {
    for (const { displayName, secret } of applications)
      if (secret) remember(`secret of ${displayName}`, secret);
    for (const { userName, password } of users) remember(`password of ${userName}`, password);
  }
  const pem = await signingKeyOfHouse();
  const { d, p } = createPrivateKey(pem).export({ format: "jwk" });
  remember("private exponent", d);
  remember("private prime", p);
  remember("private key", pem.split("\n")[20]);
});

describe("13: a dump of the database is worth nothing", () => {
  it("it holds none of the secrets of the run", async () => {
    const dump = await dumpOf(machine.database);
    expect(dump.length).toBeGreaterThan(10_000);
    for (const [name, secret] of secrets) {
      for (const spelling of spellingsOf(secret)) {
        expect(dump.includes(spelling), `the database holds the ${name}`).toBe(false);
      }
    }
  });

  it("it holds no words of a mail that waits to be sent, nor do the jobs", async () => {
    const rows = await machine.database.selectFrom("mail").selectAll().execute();
    const dump = `${await dumpOf(machine.database)}${JSON.stringify(machine.enqueued)}`;
    for (const { contentEncrypted } of rows) {
      if (!contentEncrypted) continue;
      const content = openContent<{ subject: string; text: string }>(machine.masterKey, contentEncrypted);
      expect(dump.includes(content.text.slice(0, 80))).toBe(false);
    }
    expect(rows.length).toBeGreaterThan(1);
  });
});

describe("23: the log", () => {
  it("has a line for every request, each of them one JSON object", () => {
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
    expect(lines.some((line) => line.includes(correlationId))).toBe(true);
  });

  it("holds none of the secrets of the run", () => {
    const log = lines.join("\n");
    for (const [name, secret] of secrets) {
      expect(log.includes(secret), `the log holds the ${name}`).toBe(false);
    }
  });

  it("tells of a failure what failed", () => {
    const before = lines.length;
    machine.log.error({ error: new Error("the reason") }, "a request failed");
    expect(lines.slice(before).join()).toContain("the reason");
    expect(lines.slice(before).join()).toContain("kept-secrets.test.ts");
  });
});

describe("23: what people do leaves an entry", () => {
  it("an invitation and its redemption: who, on whom, with the caller's correlation id", async () => {
    const entries = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("tenantId", "=", contoso.tenantId)
      .where("activity", "in", ["guest-invited", "invitation-redeemed"])
      .orderBy("eventId")
      .execute();
    expect(entries.map(({ activity, result, actorKind }) => ({ activity, result, actorKind }))).toEqual([
      { activity: "guest-invited", result: "success", actorKind: "application" },
      { activity: "invitation-redeemed", result: "success", actorKind: "user" },
    ]);
    expect(entries[0]?.correlationId).toBe(correlationId);
    expect(entries[0]?.targetId).toBe(entries[1]?.targetId);
    for (const entry of entries) expect(entry.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("sign-ins, the failed ones too: a wrong password, a wrong code, a wrong secret", async () => {
    const entries = await machine.database
      .selectFrom("signInEvent")
      .select(["errorCode", "userName", "failureReason", "correlationId", "applicationName"])
      .where("tenantId", "=", contoso.tenantId)
      .execute();
    const failures = entries.filter(({ errorCode }) => errorCode !== 0);
    expect(failures.find(({ failureReason }) => failureReason === "credentials-wrong")).toBeDefined();
    expect(failures.find(({ failureReason }) => failureReason === "code-wrong")).toBeDefined();
    expect(failures.find(({ errorCode }) => errorCode === 7000215)).toBeDefined();
    expect(
      entries.find(({ errorCode, applicationName }) => errorCode === 0 && applicationName),
    ).toBeDefined();
    for (const entry of entries) expect(entry.correlationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("a guest who proves a mailbox to one of our own pages", async () => {
    const visitor = house.visitor();
    const visit = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
    house.moveClock(1);
    const page = await visitor.submit(await visitor.submit(visit, { email: address }), {});
    await visitor.submit(page, { code: await house.newestCode(address) });
    const entries = await machine.database
      .selectFrom("signInEvent")
      .select(["details", "identityProvider"])
      .where("errorCode", "=", 0)
      .where("identityProvider", "=", "mail")
      .where("applicationId", "is", null)
      .execute();
    expect(entries).toHaveLength(1);
    expect(entries[0]?.details).toMatchObject({ address });
  });
});
