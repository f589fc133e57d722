import { beforeAll, expect, it } from "vitest";
import { assignAppRole } from "../../src/domain/applications/assign-app-role.ts";
import { ensureGraphServicePrincipal } from "../../src/domain/applications/ensure-graph-service-principal.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../src/domain/applications/rules/application.ts";
import { type GraphTenant, graphStage } from "../support/graph-stage.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
/** Administers applications, and is no Global Administrator. */
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  const user = await contoso.member("admin", "application-administrator");
  token = await contoso.userToken(user, ["Application.ReadWrite.All"]);
});

/** One that may give everybody every directory role. */
async function powerfulApplication(): Promise<ApplicationInTenant> {
  const { tenantId } = contoso.tenant;
  const powerful = accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName: "Powerful", redirectUris: [] }),
  );
  const graph = await ensureGraphServicePrincipal(machine.database, tenantId);
  accepted(
    await assignAppRole(machine, byOperator, {
      tenantId,
      principal: { kind: "service-principal", id: powerful.servicePrincipal.servicePrincipalId },
      resourceId: graph.servicePrincipalId,
      roleValue: "RoleManagement.ReadWrite.Directory",
    }),
  );
  return powerful;
}

it("16: nobody lays a powerful application to sleep, to give it a secret and wake it up again", async () => {
  const { application, servicePrincipal } = await powerfulApplication();
  const address = `/applications/${application.objectId}`;
  const addPassword = () => call(`POST ${address}/addPassword`, token, { body: {} });
  expect((await addPassword()).status).toBe(403);
  const away = await call(`DELETE /servicePrincipals/${servicePrincipal.servicePrincipalId}`, token);
  expect(away.status, away.text).toBe(204);
  const added = await addPassword();
  expect([added.status, added.body.error?.details[0].code]).toEqual([403, "ApplicationHasMoreRights"]);
});

it("16: whoever owns only the presence of a powerful application cannot act as it", async () => {
  const { application, servicePrincipal } = await powerfulApplication();
  const owner = await contoso.member("owner-of-presence");
  const address = `/applications/${application.objectId}`;
  const presence = `/servicePrincipals/${servicePrincipal.servicePrincipalId}`;
  const reference = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${owner.userId}` };
  const made = await call(`POST ${presence}/owners/$ref`, token, { body: reference });
  expect(made.status, made.text).toBe(204);

  const asOwner = await contoso.userToken(owner, [
    "Application.ReadWrite.All",
    "AppRoleAssignment.ReadWrite.All",
  ]);
  expect((await call(`PATCH ${presence}`, asOwner, { body: { notes: "mine" } })).status).toBe(204);
  const graph = await ensureGraphServicePrincipal(machine.database, contoso.tenant.tenantId);
  const credential = { name: "ci", issuer: "https://ci.example", subject: "me", audiences: ["api"] };
  const appRoleId = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8";
  for (const [operation, body] of [
    [`POST ${address}/addPassword`, {}],
    [`POST ${presence}/addPassword`, {}],
    [`POST ${address}/owners/$ref`, reference],
    [`POST ${address}/federatedIdentityCredentials`, credential],
    [`PATCH ${address}`, { web: { redirectUris: ["https://evil.example/"] } }],
    [`DELETE ${address}`, undefined],
    // What it may do over Graph is nobody's to give who owns it, to itself or to others.
    [
      `POST ${presence}/appRoleAssignments`,
      { principalId: servicePrincipal.servicePrincipalId, resourceId: graph.servicePrincipalId, appRoleId },
    ],
    [`POST /servicePrincipals/${graph.servicePrincipalId}/owners/$ref`, reference],
  ] as const) {
    const refused = await call(operation, asOwner, body === undefined ? {} : { body });
    expect([operation, refused.status >= 400 && refused.status < 500], refused.text).toEqual([
      operation,
      true,
    ]);
  }
  const again = await call(`POST ${address}/addPassword`, asOwner, { body: {} });
  expect(again.body.error.details[0].code).toBe("MissingDirectoryRole");
});
