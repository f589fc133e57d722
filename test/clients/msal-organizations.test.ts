import { ConfidentialClientApplication } from "@azure/msal-node";
import { beforeAll, expect, it } from "vitest";
import { addClientSecret } from "../../src/domain/applications/add-client-secret.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { person } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients } from "../support/house-for-clients.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

const house = houseForClients();
const redirectUri = "http://localhost:51235/callback";
const secret = "a-client-secret-that-only-tests-know";
let clientId: string;

beforeAll(async () => {
  const { machine, contoso } = house.current;
  const tenantId = contoso.tenantId as TenantId;
  const { application } = accepted(
    await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Shared Board",
      audience: "tenants",
      redirectUris: [{ platform: "web", uri: redirectUri }],
    }),
  );
  const { applicationId } = application;
  clientId = applicationId;
  accepted(await addClientSecret(machine, byOperator, { tenantId, applicationId, lifetimeDays: 30, secret }));
});

it("MSAL signs people of another organisation in to their own, where its authority names none, and renews", async () => {
  const { host, fabrikam, visitor: browser } = house.current;
  const authority = `https://${host}/organizations`;
  const client = new ConfidentialClientApplication({
    auth: { clientId, clientSecret: secret, authority, knownAuthorities: [host] },
  });
  const request = { scopes: ["User.Read"], redirectUri };
  const { userPrincipalName, password } = person(fabrikam, "Bert");
  const visitor = browser();
  const asked = await visitor.get(await client.getAuthCodeUrl({ ...request, state: "a state" }));
  const atHome = await visitor.submit(asked, { email: userPrincipalName });
  const consent = await visitor.submit(atHome, { password });
  const answered = await visitor.submit(consent, { decision: "accept" });
  expect(answered.url.href).toContain(redirectUri);

  const code = answered.url.searchParams.get("code") ?? "";
  const result = await client.acquireTokenByCode({ ...request, code });
  expect(result).toMatchObject({ tenantId: fabrikam.tenantId, account: { username: userPrincipalName } });
  if (!result.account) throw new Error("MSAL kept no account");
  const silent = { scopes: ["User.Read"], account: result.account };
  const renewed = await client.acquireTokenSilent({ ...silent, forceRefresh: true });
  expect(renewed).toMatchObject({ fromCache: false, tenantId: fabrikam.tenantId });
  expect((await client.acquireTokenSilent(silent)).fromCache).toBe(true);
});

it("MSAL refuses to act for an application itself where its authority names no tenant", async () => {
  const { host } = house.current;
  const auth = { clientId, clientSecret: secret, authority: `https://${host}/organizations` };
  const client = new ConfidentialClientApplication({ auth: { ...auth, knownAuthorities: [host] } });
  const asked = client.acquireTokenByClientCredential({ scopes: ["https://graph.microsoft.com/.default"] });
  await expect(asked).rejects.toMatchObject({ errorCode: "missing_tenant_id_error" });
});
