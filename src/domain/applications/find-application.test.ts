import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { ApplicationId } from "../../foundation/identifiers.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import {
  findApplicationByServicePrincipal,
  findApplicationInTenant,
  findResource,
} from "./find-application.ts";
import { listApplications } from "./list-applications.ts";
import { type NewApplication, registerApplication } from "./register-application.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contoso = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const fabrikam = accepted(
  await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }),
);
const { tenantId } = contoso;

async function register(displayName: string, extra: Partial<NewApplication> = {}) {
  return accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName, redirectUris: [], ...extra }),
  );
}

describe("findResource", () => {
  it("finds by client id and identifier URI; scheme and host in any case, the path as it is", async () => {
    const { application } = await register("Stock", { identifierUris: ["api://stock.example/V1"] });
    for (const identifier of [application.applicationId, "api://stock.example/V1", "API://Stock.example/V1"])
      expect((await findResource(database, tenantId, identifier))?.application.displayName).toBe("Stock");
    expect(await findResource(database, tenantId, "api://stock.example/v1")).toBeUndefined();
    expect(await findResource(database, fabrikam.tenantId, "api://stock.example/V1")).toBeUndefined();
  });

  it("finds Graph by all its names, in every tenant, with one service principal in each", async () => {
    const graphUris = ["http://localhost:8080", "http://localhost"];
    const found = await Promise.all(
      [graphApplicationId, "https://graph.microsoft.com", "https://graph.microsoft.com/", ...graphUris].map(
        (identifier) => findResource(database, tenantId, identifier, graphUris),
      ),
    );
    const principals = new Set(found.map((graph) => graph?.servicePrincipal.servicePrincipalId));
    expect(principals.size).toBe(1);
    const principal = await ensureGraphServicePrincipal(database, tenantId);
    expect(principals).toContain(principal.servicePrincipalId);
    expect(await findApplicationByServicePrincipal(database, tenantId, principal.servicePrincipalId)).toEqual(
      await findApplicationInTenant(database, tenantId, graphApplicationId),
    );
    const elsewhere = await findResource(database, fabrikam.tenantId, graphApplicationId);
    expect(principals).not.toContain(elsewhere?.servicePrincipal.servicePrincipalId);
    expect(await findResource(database, tenantId, "http://localhost:8080")).toBeUndefined();
  });
});

describe("listApplications", () => {
  it("lists what a tenant registered, and not another tenant's", async () => {
    await register("Expenses");
    await findResource(database, tenantId, graphApplicationId);
    const names = (await listApplications(database, tenantId)).map((found) => found.application.displayName);
    expect(names).toEqual(["Expenses", "Stock"]);
    expect(await listApplications(database, fabrikam.tenantId)).toEqual([]);
    const unknown = "00000000-0000-4000-8000-00000000dead" as ApplicationId;
    expect(await findApplicationInTenant(database, tenantId, unknown)).toBeUndefined();
  });
});
