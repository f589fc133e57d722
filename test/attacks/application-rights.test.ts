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
