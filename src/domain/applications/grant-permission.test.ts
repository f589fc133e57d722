import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import { createGuest } from "../directory/create-guest.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import { grantedScopes } from "./find-granted-scopes.ts";
import { grantPermission } from "./grant-permission.ts";
import { type NewApplication, registerApplication } from "./register-application.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contoso = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const { tenantId } = contoso;

async function register(displayName: string, extra: Partial<NewApplication> = {}) {
  return accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName, redirectUris: [], ...extra }),
  );
}

async function newGuest(address: string) {
  const { user } = await database
    .transaction()
    .execute((transaction) =>
      createGuest(transaction, machine.clock(), { tenant: contoso, address: address as EmailAddress }),
    );
  return user.userId;
}

describe("grantPermission", () => {
  it("adds up what one person and everybody granted, and keeps people apart", async () => {
    const client = (await register("Calendar")).servicePrincipal.servicePrincipalId;
    const graph = (await ensureGraphServicePrincipal(database, tenantId)).servicePrincipalId;
    const [ann, ben] = [await newGuest("ann@proseware.example"), await newGuest("ben@proseware.example")];
    const grant = (scopes: string[], principalId?: typeof ann) =>
      database.transaction().execute((transaction) =>
        grantPermission(transaction, machine.clock(), byOperator, {
          tenantId,
          clientId: client,
          resourceId: graph,
          principalId,
          scopes,
        }),
      );
    await Promise.all([grant(["User.Read"], ann), grant(["User.ReadBasic.All", "User.Read"], ann)]);
    await grant(["Group.Read.All"]);
    await grant(["User.Read.All", "Group.Read.All"]);
    const of = (userId: typeof ann) => grantedScopes(database, tenantId, client, graph, userId);
    expect(await of(ann)).toEqual(["Group.Read.All", "User.Read", "User.Read.All", "User.ReadBasic.All"]);
    expect(await of(ben)).toEqual(["Group.Read.All", "User.Read.All"]);
    const rows = await database
      .selectFrom("permissionGrant")
      .select("principalId")
      .where("clientId", "=", client)
      .execute();
    expect(rows).toHaveLength(2);
  });

  it("counts at once, also for who was refused a moment before", async () => {
    const client = (await register("Notes")).servicePrincipal.servicePrincipalId;
    const graph = (await ensureGraphServicePrincipal(database, tenantId)).servicePrincipalId;
    const cleo = await newGuest("cleo@proseware.example");
    const grant = (scopes: string[], principalId?: typeof cleo) =>
      database.transaction().execute((transaction) =>
        grantPermission(transaction, machine.clock(), byOperator, {
          tenantId,
          clientId: client,
          resourceId: graph,
          principalId,
          scopes,
        }),
      );
    const enough = (scopes: string[]) => grantedScopes(database, tenantId, client, graph, cleo, scopes);
    expect(await enough(["User.Read"])).toEqual([]);
    await grant(["User.Read"], cleo);
    expect(await enough(["User.Read"])).toEqual(["User.Read"]);
    await grant(["Group.Read.All"]);
    expect(await enough(["Group.Read.All", "User.Read"])).toEqual(["Group.Read.All", "User.Read"]);
  });
});
