import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetApplications } from "../../../src/domain/applications/find-application.ts";
import { deleteUser } from "../../../src/domain/directory/delete-user.ts";
import { revokeSessions } from "../../../src/domain/directory/revoke-sessions.ts";
import { updateUser } from "../../../src/domain/directory/update-user.ts";
import { type EndSessionsPayload, endSessions } from "../../../src/domain/signout/end-sessions-job.ts";
import { sendLogoutToken } from "../../../src/domain/signout/send-logout-token-job.ts";
import type { EndedSignIn } from "../../../src/domain/signout/tell-applications.ts";
import type { UserId } from "../../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../../src/platform/config/configuration.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
} from "../../support/house-applications.ts";
import { payloadOf } from "../../support/protocol-client.ts";
import { testHouse } from "../../support/test-house.ts";
import { byOperator } from "../../support/test-machine.ts";
import { textOf, type Visitor } from "../../support/visitor.ts";

const configuration = readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" });
const house = await testHouse({ configuration });
const { contoso, fabrikam, machine } = house;
const { web } = clientsOf(house);
const [ivo, , mia] = contoso.users;
const [bert] = fabrikam.users;
const logout = `/${contoso.tenantId}/oauth2/v2.0/logout`;

let application: Server;
let answer = 200;
const heard: string[] = [];

beforeAll(async () => {
  application = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push(new URLSearchParams(Buffer.concat(chunks).toString()).get("logout_token") ?? "");
    response.writeHead(answer).end();
  });
  await new Promise<void>((resolve) => application.listen(0, "127.0.0.1", resolve));
  await setAddress({
    backChannelLogoutUrl: `http://127.0.0.1:${(application.address() as AddressInfo).port}/ended`,
  });
});
afterAll(() => application.close());
beforeEach(() => {
  answer = 200;
});
afterEach(() => {
  heard.splice(0);
  machine.enqueued.splice(0);
});

async function setAddress(
  address: { readonly backChannelLogoutUrl: string | null } | { readonly logoutUrl: string | null },
): Promise<void> {
  await machine.database
    .updateTable("application")
    .set(address)
    .where("applicationId", "=", web.clientId as never)
    .execute();
  forgetApplications(machine.database);
}

/** Does the jobs that the queue would do, those included that they add. */
async function doJobs(): Promise<void> {
  for (let job = machine.enqueued.shift(); job; job = machine.enqueued.shift()) {
    if (job.queue === "end-sessions") await endSessions(machine, job.payload as EndSessionsPayload);
    if (job.queue === "send-logout-token") await sendLogoutToken(machine, job.payload as EndedSignIn);
  }
}

async function idTokenOf(visitor: Visitor): Promise<string> {
  const answered = await visitor.get(authorizeAddress(contoso.tenantId, web));
  const { body } = await askForTokens(house, contoso.tenantId, codeGrant(web, answered));
  expect(body, textOf(answered)).toHaveProperty("id_token");
  house.moveClock(60);
  return String(body["id_token"]);
}

async function memberAt(email: string, password = ""): Promise<{ visitor: Visitor; idToken: string }> {
  const visitor = house.visitor();
  await signInAt(visitor, "/myapps", email, password);
  return { visitor, idToken: await idTokenOf(visitor) };
}

/** The one logout token that was heard, as an application checks it (section 2.6). */
async function verified(issuerPath = "v2.0"): Promise<Record<string, unknown>> {
  expect(heard).toHaveLength(1);
  const path = `/${contoso.tenantId}/discovery/v2.0/keys`;
  const keys = await (await house.fetch(new Request(new URL(path, configuration.publicUrl)))).json();
  const { payload } = await jwtVerify(heard[0] ?? "", createLocalJWKSet(keys as never), {
    typ: "logout+jwt",
    issuer: `${configuration.publicUrl}/${contoso.tenantId}/${issuerPath}`,
    audience: web.clientId,
    currentDate: machine.clock(),
    maxTokenAge: 120,
  });
  return payload;
}

function expectNewsOf(payload: Record<string, unknown>, idToken: string): void {
  const { sub, sid } = payloadOf(idToken);
  expect(payload).toMatchObject({ sub, sid });
  expect(payload["events"]).toEqual({ "http://schemas.openid.net/event/backchannel-logout": {} });
  expect(payload).not.toHaveProperty("nonce");
}

describe("an application with a back-channel address hears that a sign-in has ended", () => {
  it("by the issuer it knows, where it signed in by the endpoints of the first version", async () => {
    const { visitor } = await memberAt("ivo@contoso.example", ivo?.password);
    const issuer = `${configuration.publicUrl}/${contoso.tenantId}/`;
    const answered = await visitor.get(authorizeAddress(contoso.tenantId, web).replace("/v2.0", ""));
    const body = new URLSearchParams({
      grant_type: "authorization_code",
      client_id: web.clientId,
      client_secret: web.clientSecret ?? "",
      redirect_uri: web.redirectUri,
      code: answered.url.searchParams.get("code") ?? "",
    });
    const redeemed = await house.fetch(new Request(`${issuer}oauth2/token`, { method: "POST", body }));
    const { id_token: idToken = "" } = (await redeemed.json()) as Record<string, string>;
    expect(payloadOf(idToken)["iss"]).toBe(issuer);
    await setAddress({ logoutUrl: "http://localhost:4000/signed-out" });
    const page = await visitor.get(`${logout.replace("/v2.0", "")}?id_token_hint=${idToken}`);
    await setAddress({ logoutUrl: null });
    expect(page.html).toContain(`iss=${encodeURIComponent(issuer)}`);
    await doJobs();
    expectNewsOf(await verified(""), idToken);
  });

  it("when the person signs out, once, by a token it can check", async () => {
    const { visitor, idToken } = await memberAt("ivo@contoso.example", ivo?.password);
    await visitor.get(`${logout}?id_token_hint=${idToken}`);
    await doJobs();
    expectNewsOf(await verified(), idToken);
    await visitor.get(`${logout}?id_token_hint=${idToken}`);
    await doJobs();
    expect(heard).toHaveLength(1);
  });

  it("when the person leaves from one of our own pages", async () => {
    const { visitor, idToken } = await memberAt("ivo@contoso.example", ivo?.password);
    await visitor.submit(await visitor.get("/myapps"), {}, "/myapps/sign-out");
    await doJobs();
    expectNewsOf(await verified(), idToken);
  });

  it("when a member's sessions are revoked, whose browser is signed out with it", async () => {
    const { visitor, idToken } = await memberAt("mia@contoso.example", mia?.password);
    const { tenantId } = contoso;
    await revokeSessions(machine, byOperator, { tenantId, userId: mia?.userId as UserId });
    await doJobs();
    expectNewsOf(await verified(), idToken);
    house.moveClock(60);
    await signInAt(visitor, "/myapps", "mia@contoso.example", mia?.password ?? "");
    expect(payloadOf(await idTokenOf(visitor))["sid"]).not.toBe(payloadOf(idToken)["sid"]);
    await revokeSessions(machine, byOperator, { tenantId, userId: ivo?.userId as UserId });
    await doJobs();
    expect(heard).toHaveLength(1);
  });

  it("when a guest is disabled or deleted here, or revoked at home", async () => {
    const { link, userId } = await house.invite("bert@fabrikam.example");
    const visitor = house.visitor();
    await acceptAtHome(visitor, link, bert?.password ?? "");
    const guest = { tenantId: contoso.tenantId, userId: userId as UserId };
    const home = { tenantId: fabrikam.tenantId, userId: bert?.userId as UserId };
    const idToken = await idTokenOf(visitor);
    await revokeSessions(machine, byOperator, home);
    await doJobs();
    expectNewsOf(await verified(), idToken);
    house.moveClock(60);

    for (const end of [
      () => updateUser(machine, byOperator, { ...guest, changes: { accountEnabled: false } }),
      () => deleteUser(machine, byOperator, guest),
    ]) {
      heard.splice(0);
      await updateUser(machine, byOperator, { ...guest, changes: { accountEnabled: true } });
      const other = house.visitor();
      await signInAt(
        other,
        `/myapps?tenant=${fabrikam.tenantId}`,
        "bert@fabrikam.example",
        bert?.password ?? "",
      );
      const again = await idTokenOf(other);
      await end();
      await doJobs();
      expectNewsOf(await verified(), again);
      house.moveClock(60);
    }
  });
});

describe("what an application answers", () => {
  const ended: EndedSignIn = {
    tenantId: contoso.tenantId as EndedSignIn["tenantId"],
    applicationId: web.clientId as EndedSignIn["applicationId"],
    userId: ivo?.userId as UserId,
    accountId: "00000000-0000-4000-8000-00000000000a",
  };

  it.each([500, 503, 429])("%i has it told again later, by another token", async (status) => {
    answer = status;
    await expect(sendLogoutToken(machine, ended)).rejects.toThrow(String(status));
    answer = 204;
    await sendLogoutToken(machine, ended);
    const [first, second] = heard.map((token) => payloadOf(token)["jti"]);
    expect(first).not.toBe(second);
  });

  it.each([400, 404, 302])("%i ends it", async (status) => {
    answer = status;
    await sendLogoutToken(machine, ended);
    expect(heard).toHaveLength(1);
  });
});

describe("17: an address inside is not called", () => {
  it("whatever an application registers", async () => {
    const guarded = { ...machine, configuration: { ...configuration, outboundAllow: [] } };
    await sendLogoutToken(guarded, {
      tenantId: contoso.tenantId as EndedSignIn["tenantId"],
      applicationId: web.clientId as EndedSignIn["applicationId"],
      userId: ivo?.userId as UserId,
      accountId: "00000000-0000-4000-8000-00000000000a",
    });
    expect(heard).toEqual([]);
  });
});
