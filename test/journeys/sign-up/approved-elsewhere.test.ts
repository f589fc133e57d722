import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { findUserByIdentity } from "../../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import { createApiConnector } from "../../../src/domain/signup/api-connectors/save-api-connector.ts";
import { linkToFlow } from "../../../src/domain/signup/link-to-flow.ts";
import type { UserFlow } from "../../../src/domain/signup/rules/user-flow.ts";
import { setFlowConnector } from "../../../src/domain/signup/set-flow-connector.ts";
import type { ApplicationId } from "../../../src/foundation/identifiers.ts";
import { offerWithoutAddresses } from "../../support/address-less-stage.ts";
import { type OAuth2Provider, startOAuth2Provider } from "../../support/oauth2-provider.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { freshFlow, openSignUp } from "../../support/open-sign-up.ts";
import { type PeerProvider, startPeerProvider } from "../../support/peer-provider.ts";
import { permitApplication } from "../../support/permit-application.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { type SignUpApi, startSignUpApi } from "../../support/sign-up-api.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";

const outside = vi.hoisted(() => ({ facebook: "", google: "" }));
// They have one address for everybody, where nobody can test.
vi.mock("../../../src/domain/federation/connectors/social-addresses.ts", () => ({
  socialAddresses: {
    apple: { issuer: "https://appleid.apple.com" },
    get google() {
      return { issuer: outside.google };
    },
    get facebook() {
      return {
        issuer: "facebook.com",
        authorizationEndpoint: `${outside.facebook}/dialog/oauth`,
        tokenEndpoint: `${outside.facebook}/oauth/access_token`,
        profile: `${outside.facebook}/me`,
      };
    },
  },
}));

let house: ServedHouse;
let google: PeerProvider;
let facebook: OAuth2Provider;
let api: SignUpApi;
let browser: Browser;
let application: ListeningApplication;
let flow: UserFlow;

beforeAll(async () => {
  house = await serveHouse();
  const { contoso, machine, publicUrl } = house;
  const { tenantId } = contoso;
  google = await startPeerProvider(`${publicUrl}/federation/${tenantId}/callback`, {
    claimsOf: (name) => ({ email: `${name}@gmail.com`, email_verified: true }),
  });
  facebook = await startOAuth2Provider();
  facebook.people.set("fay", { user: { id: "10158", name: "Fay", email: "fay@peer.example" } });
  Object.assign(outside, { google: google.issuer, facebook: facebook.origin });
  const applicationId = contoso.applications[0]?.applicationId ?? "";
  flow = await openSignUp(machine, {
    tenantId,
    applicationId,
    name: "Partners",
    changes: { allowsEmailCode: true },
  });
  const { providerId } = accepted(
    await addIdentityProvider(machine, byOperator, {
      ...{ tenantId, kind: "google", displayName: "Google", domains: [] },
      ...{ settings: { clientId: "web-client" }, secret: "web-secret" },
    }),
  );
  accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "provider", id: providerId } }));
  await offerWithoutAddresses(machine, await freshFlow(machine, flow), "facebook", facebook);
  await permitApplication(machine, tenantId, applicationId as ApplicationId, ["User.ReadWrite.All"]);
  await connectApi();
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await Promise.all([api, google, facebook].map((peer) => peer?.close()));
  await house?.close();
});

/** The organisation's own system has every request of somebody unknown wait. */
async function connectApi(): Promise<void> {
  const { machine, contoso } = house;
  api = await startSignUpApi();
  const userMessage = "Your request waits for approval.";
  api.behave({ status: 200, body: { version: "1.0.0", action: "ShowBlockPage", userMessage } });
  const { connectorId } = accepted(
    await createApiConnector(machine, byOperator, contoso.tenantId, {
      displayName: "Partner register",
      targetUrl: api.url,
      credentials: { kind: "basic", userName: "house", password: "key" },
    }),
  );
  accepted(
    await setFlowConnector(machine, byOperator, {
      ...{ flow: await freshFlow(machine, flow), step: "after-proof", connectorId },
    }),
  );
}

/** What the system does when somebody there approves: with what it was asked about, and nothing else. */
async function approve(): Promise<{ id: string }> {
  const { contoso, publicUrl } = house;
  const { email, identities } = JSON.parse(api.asked.at(-1)?.body ?? "");
  const { applicationId, secret } = contoso.applications[0] ?? {};
  const granted = await fetch(`${publicUrl}/${contoso.tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: applicationId ?? "",
      client_secret: secret ?? "",
      scope: "https://graph.microsoft.com/.default",
    }),
  });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const call = (path: string, body?: object) =>
    fetch(`${publicUrl}/v1.0${path}`, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  const guest = { accountEnabled: true, mail: email, userType: "Guest", identities, jobTitle: "Buyer" };
  const answer = await call("/users", guest);
  const text = await answer.text();
  expect(answer.status, text).toBe(201);
  // From now on they are found by what the system was told of them.
  const [{ issuer, issuerAssignedId }] = identities;
  const filter = `identities/any(i:i/issuer eq '${issuer}' and i/issuerAssignedId eq '${issuerAssignedId}')`;
  const found = await call(`/users?$select=id,identities&$filter=${encodeURIComponent(filter)}`);
  const { id } = JSON.parse(text);
  expect(await found.json()).toMatchObject({ value: [{ id, identities: [identities[0], {}] }] });
  return { id };
}

async function byGoogle(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Continue with Google" }).click();
  await page.getByPlaceholder("Enter any login").fill("gina");
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function byFacebook(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Continue with Facebook" }).click();
  await page.getByLabel("Name").fill("fay");
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function typeCode(page: Page, address: string): Promise<void> {
  await page.getByRole("button", { name: "Send code" }).click();
  await page.locator("#code").fill(await house.newestCode(address));
  await page.locator("#code").press("Enter");
}

async function proveAddress(page: Page): Promise<void> {
  await page.getByLabel("Email").fill("fay@peer.example");
  await page.getByRole("button", { name: "Next" }).click();
  await typeCode(page, "fay@peer.example");
}

async function askByCode(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Create one" }).click();
  await byCode(page);
}

async function byCode(page: Page): Promise<void> {
  await page.getByLabel("Email").fill("Mia@mail.example");
  await page.getByRole("button", { name: "Next" }).click();
  await typeCode(page, "Mia@mail.example");
}

const newPage = async () => (await browser.newContext({ locale: "en-US" })).newPage();

it.each([
  ["google.com", "gina@gmail.com", byGoogle, undefined, byGoogle],
  ["facebook.com", "fay@peer.example", byFacebook, proveAddress, byFacebook],
  ["mail", "Mia@mail.example", askByCode, undefined, byCode],
] as const)(
  "somebody who asked with %s is made a guest by the organisation's system, and just gets in",
  async (issuer, email, prove, proveMore, proveAgain) => {
    const start = authorizeUrl(house, application.redirectUri);
    const asking = await newPage();
    await asking.goto(start);
    await prove(asking);
    await proveMore?.(asking);
    await asking.getByText("Your request waits for approval.").waitFor();
    const { identities, email: told } = JSON.parse(api.asked.at(-1)?.body ?? "");
    expect([told, identities[0].issuer]).toEqual([email, issuer]);

    const { id } = await approve();
    const calls = api.asked.length;
    const page = await newPage();
    const landed = await landOnApplication(page, start, () => proveAgain(page));
    expect(landed.claims).toMatchObject({ oid: id, acct: 1, email });
    expect(api.asked).toHaveLength(calls);
    const key = issuer === "google.com" ? google.issuer : issuer;
    const { issuerAssignedId } = identities[0];
    const { machine, contoso } = house;
    expect(await findUserByIdentity(machine.database, contoso.tenantId, key, issuerAssignedId)).toMatchObject(
      { userId: id, jobTitle: "Buyer", redemptionState: "accepted" },
    );
  },
);
