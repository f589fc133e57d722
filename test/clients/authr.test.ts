import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from "jose";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addRedirectUri } from "../../src/domain/applications/add-redirect-uri.ts";
import { assignAppRole } from "../../src/domain/applications/assign-app-role.ts";
import { findApplicationInTenant } from "../../src/domain/applications/find-application.ts";
import { addGroupMember } from "../../src/domain/directory/add-group-member.ts";
import type { ApplicationId, GroupId, TenantId, UserId } from "../../src/foundation/identifiers.ts";
import { graph, organisations, person } from "../journeys/main-job/sign-in-steps.ts";
import { type Authr, type AuthrFlow, type AuthrSettings, startAuthr } from "../support/authr.ts";
import { runCommand } from "../support/guesthouse-command.ts";
import { openBrowser } from "../support/open-browser.ts";
import { type RunningGuesthouse, startGuesthouse } from "../support/start-guesthouse.ts";
import { testDatabase } from "../support/test-database.ts";
import { accepted, byOperator, testMachine } from "../support/test-machine.ts";

/** The tester people use with Entra, played from its description, against the service as people start it. */
const { database, databaseUrl } = await testDatabase();
const machine = testMachine(database, { clock: () => new Date() });
const dataDirectory = mkdtempSync(join(tmpdir(), "guesthouse-authr-"));
let house: RunningGuesthouse;
let authr: Authr;
let browser: Browser;
let web: { clientId: string; clientSecret: string };
let spa: { clientId: string };

beforeAll(async () => {
  authr = await startAuthr();
  const environment = { DATABASE_URL: databaseUrl };
  [house, browser] = await Promise.all([startGuesthouse({ dataDirectory, environment }), openBrowser()]);
  web = readPrinted(await addApp("Authr", "--secret"));
  spa = readPrinted(await addApp("Authr page", "--platform", "spa"));
  await authr.importMetadata(`${issuer()}/.well-known/openid-configuration`);
  [bertId, toveId] = [await invite("bert@fabrikam.example"), await invite(tove.userPrincipalName)];
  await giveBertARole();
});

afterAll(async () => {
  await browser?.close();
  authr?.close();
  await house?.remove();
  rmSync(dataDirectory, { recursive: true, force: true });
});

/** One line at the terminal, beside the running service. */
function addApp(name: string, ...options: string[]): Promise<string> {
  return runCommand(["app", "add", name, "--redirect-uri", authr.redirectUri, ...options], {
    DATABASE_URL: databaseUrl,
    GUESTHOUSE_DATA_DIR: dataDirectory,
  });
}

function readPrinted(text: string): { clientId: string; clientSecret: string } {
  const read = (label: string) => new RegExp(`${label} +(\\S+)`).exec(text)?.[1] ?? "";
  return { clientId: read("Client id"), clientSecret: read("Client secret") };
}

function issuer(tenantId = contosoId()): string {
  return `${house.publicUrl}/${tenantId}/v2.0`;
}

const reviewers = "96000000-0000-4000-8000-000000000201" as GroupId;
/** Somebody whose organisation is not here: a mailed code is all they have. */
const tove = { userPrincipalName: "tove@elsewhere.example", password: "" };
let bertId: UserId;
let toveId: UserId;

/** Invites somebody to Contoso and puts them into a group of it. */
async function invite(address: string): Promise<UserId> {
  const { invitedUser } = await graph<{ invitedUser: { id: UserId } }>(house.demo, "POST", "/invitations", {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: authr.redirectUri,
  });
  const member = { kind: "user", id: invitedUser.id } as const;
  accepted(await addGroupMember(machine, byOperator, { tenantId: contosoId(), groupId: reviewers, member }));
  return invitedUser.id;
}

/** An application that has roles gets to know Authr's address, and a guest who submits bids. */
async function giveBertARole(): Promise<void> {
  const tenantId = contosoId();
  const applicationId = tenderRoom().clientId as ApplicationId;
  const uri = { platform: "web", uri: authr.redirectUri } as const;
  accepted(await addRedirectUri(machine, byOperator, { tenantId, applicationId, ...uri }));
  const found = await findApplicationInTenant(database, tenantId, applicationId);
  if (!found) throw new Error("the demo has no Tender Room");
  const resourceId = found.servicePrincipal.servicePrincipalId;
  const principal = { kind: "user", id: bertId } as const;
  const roleValue = "Bid.Submit";
  accepted(await assignAppRole(machine, byOperator, { tenantId, principal, resourceId, roleValue }));
}

function contosoId(): TenantId {
  return organisations(house.demo).contoso.tenantId;
}

function tenderRoom(): { clientId: string } {
  const { contoso } = organisations(house.demo);
  const found = contoso.applications.find(({ displayName }) => displayName === "Tender Room");
  if (!found) throw new Error("the demo has no Tender Room");
  return found;
}

/** Somebody with a browser of their own; what its console complains about is kept. */
interface Somebody {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
  readonly userName: string;
  readonly password: string;
}

async function somebody(account: { userPrincipalName: string; password: string }): Promise<Somebody> {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { context, page, complaints, userName: account.userPrincipalName, password: account.password };
}

/** Presses the button and does whatever the service asks on the way, until Authr shows what it received. */
async function run(who: Somebody, settings: AuthrSettings): Promise<{ flow: AuthrFlow; steps: string[] }> {
  const flow = authr.begin(settings);
  const { page } = who;
  const steps: string[] = [];
  await page.goto(flow.url);
  const done = page.getByRole("heading", { name: /^(Flow complete|Error: .*|Unknown flow)$/ });
  const email = page.getByLabel("Email");
  const password = page.getByLabel("Password", { exact: true });
  const sendCode = page.getByRole("button", { name: "Send code" });
  const accept = page.getByRole("button", { name: "Accept", exact: true });
  for (;;) {
    await done.or(email).or(password).or(sendCode).or(accept).first().waitFor();
    if (await done.isVisible()) return { flow, steps };
    if (await password.isVisible()) {
      steps.push("password");
      await password.fill(who.password);
      await goOn(page, page.getByRole("button", { name: "Sign in" }));
    } else if (await email.isVisible()) {
      steps.push("email");
      await email.fill(who.userName);
      await goOn(page, page.getByRole("button", { name: "Next" }));
    } else if (await sendCode.isVisible()) {
      steps.push("code");
      await goOn(page, sendCode);
      await page.getByLabel("Code").fill(await newestCode(who.userName));
      await goOn(page, page.getByRole("button", { name: "Verify" }));
    } else {
      steps.push("accept");
      await goOn(page, accept);
    }
  }
}

/** Presses a button and waits for the page it leads to, so that no step is taken twice. */
async function goOn(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent("domcontentloaded"), button.click()]);
}

const usedCodes = new Set<string>();

/** The code in the newest mail to an address that was not used yet. */
async function newestCode(address: string): Promise<string> {
  const url = `${house.demo.mailboxUrl}/api/messages?to=${encodeURIComponent(address)}`;
  const find = async () => {
    const mails = (await (await fetch(url)).json()) as { subject: string }[];
    return mails
      .map(({ subject }) => /\b\d{8}\b/.exec(subject)?.[0] ?? "")
      .find((code) => code !== "" && !usedCodes.has(code));
  };
  const code = await vi.waitUntil(find, { timeout: 45_000, interval: 50 });
  usedCodes.add(code);
  return code;
}

/** Checks an ID token as a careful application does. */
async function verified(token: unknown, flow: AuthrFlow): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(`${house.publicUrl}/${contosoId()}/discovery/v2.0/keys`));
  const expected = { issuer: issuer(), audience: flow.settings.clientId };
  const { payload } = await jwtVerify(String(token), keys, expected);
  expect(payload["nonce"]).toBe(flow.nonce);
  return payload;
}

/** Who signs in, how they prove themselves, and what an application is to hear about them. */
const people = [
  {
    kind: "member",
    proof: "password",
    account: () => person(organisations(house.demo).contoso, "Mia"),
    claims: () => ({ oid: person(organisations(house.demo).contoso, "Mia").id, acct: 0 }),
  },
  {
    kind: "guest of another organisation",
    proof: "password",
    account: () => person(organisations(house.demo).fabrikam, "Bert"),
    claims: () => ({
      oid: bertId,
      acct: 1,
      idp: issuer(organisations(house.demo).fabrikam.tenantId),
      email: "bert@fabrikam.example",
    }),
  },
  {
    kind: "guest with a mailed code",
    proof: "code",
    account: () => tove,
    claims: () => ({ oid: toveId, acct: 1, idp: "mail", email: tove.userPrincipalName }),
  },
];

describe.each(people)("Authr with a $kind", ({ kind, proof, account, claims: own }) => {
  let who: Somebody;
  let expected: Record<string, unknown>;

  beforeAll(async () => {
    who = await somebody(account());
    expected = { iss: issuer(), tid: contosoId(), groups: [reviewers], ...own() };
  });
  afterAll(() => who.context.close());

  it("shows an ID token after one press: its defaults, by form post to its root address", async () => {
    const { flow, steps } = await run(who, web);
    expect(steps).toContain(proof);
    // A guest who never opened the link accepts the invitation on the way.
    if (kind !== "member") expect(steps).toContain("accept");
    expect(flow.answer?.by).toBe("form");
    expect(flow.answer?.fields.get("state")).toBe(flow.state);
    expect(flow.answer?.fields.has("access_token")).toBe(false);
    const claims = await verified(flow.answer?.fields.get("id_token"), flow);
    expect(claims).toMatchObject(expected);
    if (kind === "member") expect(claims).not.toHaveProperty("idp");
    // Nothing that our page's policy stopped on the way.
    expect(who.complaints).toEqual([]);
  });

  it("receives the same in the fragment", async () => {
    const { flow, steps } = await run(who, { ...web, responseMode: "fragment" });
    expect(steps).toEqual([]);
    expect(flow.answer?.by).toBe("fragment");
    expect(flow.answer?.fields.get("state")).toBe(flow.state);
    expect(await verified(flow.answer?.fields.get("id_token"), flow)).toMatchObject(expected);
  });

  it.each([
    { mode: "query", by: "query", pkce: false },
    { mode: "form_post", by: "form", pkce: true },
    { mode: "fragment", by: "fragment", pkce: true },
  ])("redeems a code from its server, by $mode, PKCE: $pkce", async ({ mode, by, pkce }) => {
    const settings = { ...web, responseType: "code", responseMode: mode, scope: "openid profile", pkce };
    const { flow } = await run(who, settings);
    expect(flow.answer?.by).toBe(by);
    expect(flow.answer?.fields.get("state")).toBe(flow.state);
    expect(flow.exchanges.map(({ status }) => status)).toEqual([200]);
    expect(await verified(flow.exchanges[0]?.body["id_token"], flow)).toMatchObject(expected);
  });

  it("repeats a page's code with its whole address as origin, once it is told to", async () => {
    const settings = { ...spa, clientSecret: "", responseType: "code", responseMode: "query", pkce: true };
    const { flow } = await run(who, { ...settings, scope: "openid profile offline_access" });
    const [refused, granted] = flow.exchanges;
    expect(refused).toMatchObject({ status: 400, body: { error: "invalid_request" } });
    expect(refused?.body["error_description"]).toContain("AADSTS9002327");
    expect(granted?.sent.get("code")).toBe(refused?.sent.get("code"));
    expect(granted).toMatchObject({ origin: authr.redirectUri, status: 200 });
    expect(await verified(granted?.body["id_token"], flow)).toMatchObject(expected);
  });

  it("refreshes with its secret", async () => {
    const scope = "openid profile offline_access";
    const { flow } = await run(who, { ...web, responseType: "code", responseMode: "query", scope });
    const refreshToken = String(flow.exchanges[0]?.body["refresh_token"]);
    const renewed = await authr.request({ ...web, scope, refreshToken }, "refresh_token");
    expect(renewed).toMatchObject({ status: 200, body: { token_type: "Bearer" } });
    expect(renewed.body["refresh_token"]).toBeTypeOf("string");
    expect(decodeJwt(String(renewed.body["id_token"]))).toMatchObject(expected);
  });

  it("makes the person prove themselves again where prompt=login is typed, and sends it along to the token endpoint", async () => {
    const domain = who.userName.split("@")[1];
    const { flow, steps } = await run(who, {
      ...web,
      responseType: "code",
      responseMode: "query",
      additionalParameters: `prompt=login\ndomain_hint=${domain}`,
    });
    expect(steps).toContain(proof);
    const [exchange] = flow.exchanges;
    expect(Object.fromEntries(exchange?.sent ?? [])).toMatchObject({ prompt: "login", domain_hint: domain });
    expect(exchange?.status).toBe(200);
    expect(await verified(exchange?.body["id_token"], flow)).toMatchObject(expected);
  });
});

it("finds the addresses in the metadata that it would make up for the cloud", async () => {
  const authority = `${house.publicUrl}/${contosoId()}`;
  expect(await authr.importMetadata(`${authority}/v2.0/.well-known/openid-configuration`)).toEqual({
    authorization: `${authority}/oauth2/v2.0/authorize`,
    token: `${authority}/oauth2/v2.0/token`,
  });
});

it("shows a guest's groups and roles like a member's", async () => {
  const { contoso, fabrikam } = organisations(house.demo);
  const read = async (account: { userPrincipalName: string; password: string }) => {
    const who = await somebody(account);
    const { flow } = await run(who, tenderRoom());
    await who.context.close();
    return verified(flow.answer?.fields.get("id_token"), flow);
  };
  expect(await read(person(contoso, "Anna"))).toMatchObject({ groups: [reviewers], roles: ["Bid.Review"] });
  expect(await read(person(fabrikam, "Bert"))).toMatchObject({
    groups: [reviewers],
    roles: ["Bid.Submit"],
    oid: bertId,
  });
});

it("gets a token of its own, and what else was typed is ignored", async () => {
  const settings = { ...web, scope: "https://graph.microsoft.com/.default" };
  const additionalParameters = "prompt=login&domain_hint=contoso.example";
  const answer = await authr.request({ ...settings, additionalParameters }, "client_credentials");
  expect(answer.sent.get("prompt")).toBe("login");
  expect(answer).toMatchObject({
    status: 200,
    body: { token_type: "Bearer", expires_in: expect.any(Number) },
  });
  expect(decodeJwt(String(answer.body["access_token"]))).toMatchObject({
    tid: contosoId(),
    appid: web.clientId,
    idtyp: "app",
  });
});
