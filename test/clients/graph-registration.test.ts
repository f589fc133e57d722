import { randomUUID } from "node:crypto";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { Client } from "@microsoft/microsoft-graph-client";
import { beforeAll, describe, expect, it } from "vitest";
import { addClientSecret } from "../../src/domain/applications/add-client-secret.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { houseForClients } from "../support/house-for-clients.ts";
import { permitApplication } from "../support/permit-application.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { textOf } from "../support/visitor.ts";

const house = houseForClients();
const redirectUri = "http://localhost:51236/callback";
const roleId = randomUUID();
let graph: Client;

/** A pipeline of Contoso, which may register applications and let people use them. */
beforeAll(async () => {
  const { machine, contoso, publicUrl, authority, host } = house.current;
  const tenantId = contoso.tenantId as TenantId;
  const registered = await registerApplication(machine, byOperator, {
    tenantId,
    displayName: "Pipeline",
    redirectUris: [],
  });
  const { applicationId } = accepted(registered).application;
  const secret = { applicationId, secret: "a-secret-of-the-pipeline-for-tests", lifetimeDays: 1 };
  accepted(await addClientSecret(machine, byOperator, { tenantId, ...secret }));
  await permitApplication(machine, tenantId, applicationId, [
    "Application.ReadWrite.All",
    "AppRoleAssignment.ReadWrite.All",
    "DelegatedPermissionGrant.ReadWrite.All",
  ]);
  const msal = new ConfidentialClientApplication({
    auth: { clientId: applicationId, clientSecret: secret.secret, authority, knownAuthorities: [host] },
  });
  graph = Client.init({
    baseUrl: `${publicUrl}/`,
    customHosts: new Set(["localhost"]),
    authProvider: async (done) => {
      const result = await msal.acquireTokenByClientCredential({
        scopes: ["https://graph.microsoft.com/.default"],
      });
      done(null, result?.accessToken ?? null);
    },
  });
});

/** A web application with a role of its own, open only to whoever is assigned. */
async function registerBoard(): Promise<{ clientId: string; clientSecret: string; principalId: string }> {
  const { id, appId } = await graph.api("/applications").post({
    displayName: "Board",
    signInAudience: "AzureADMyOrg",
    web: { redirectUris: [redirectUri] },
    appRoles: [
      {
        id: roleId,
        allowedMemberTypes: ["User"],
        displayName: "Reviewer",
        description: "Reviews what the board decides",
        isEnabled: true,
        value: "Board.Review",
      },
    ],
  });
  const { secretText } = await graph
    .api(`/applications/${id}/addPassword`)
    .post({ passwordCredential: { displayName: "of the board" } });
  const principal = await graph.api("/servicePrincipals").post({ appId, appRoleAssignmentRequired: true });
  const graphs = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";
  const { id: resourceId } = await graph.api(graphs).get();
  // Who is assigned cannot agree by themselves: an administrator does for everybody.
  await graph.api("/oauth2PermissionGrants").post({
    clientId: principal.id,
    consentType: "AllPrincipals",
    resourceId,
    scope: "User.Read",
  });
  return { clientId: appId, clientSecret: secretText, principalId: principal.id };
}

describe("an application that Graph's client library registers", () => {
  it("signs in the guest who was assigned to it, with the role, and nobody else", async () => {
    const { authority, host, people } = house.current;
    const { clientId, clientSecret, principalId } = await registerBoard();
    const guest = people["guest of another organisation"];
    await graph.api(`/servicePrincipals/${principalId}/appRoleAssignedTo`).post({
      principalId: guest.claims.oid,
      resourceId: principalId,
      appRoleId: roleId,
    });
    const client = new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority, knownAuthorities: [host] },
    });
    const request = { scopes: ["User.Read"], redirectUri };
    const address = await client.getAuthCodeUrl(request);
    const code = (await guest.visitor.get(address)).url.searchParams.get("code") ?? "";
    const result = await client.acquireTokenByCode({ ...request, code });
    const { idp: _, ...known } = guest.claims;
    expect(result.idTokenClaims).toMatchObject({ ...known, roles: ["Board.Review"] });

    const refused = await people["guest by mailed code"].visitor.get(address);
    expect(refused.url.href).not.toContain("code=");
    expect(textOf(refused)).toContain("50105");
  });
});
