import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type { ServicePrincipalId } from "../../foundation/identifiers.ts";
import { addGroupMember } from "../directory/add-group-member.ts";
import { createGroup } from "../directory/create-group.ts";
import { createGuest } from "../directory/create-guest.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { assignAppRole } from "./assign-app-role.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import { appRolesOf, appRolesOfServicePrincipal } from "./find-app-roles.ts";
import { listApplicationsForUser } from "./list-applications.ts";
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

describe("assignments", () => {
  it("give roles directly and through direct groups, and open the application in My Apps", async () => {
    const { servicePrincipal } = await register("Payroll", {
      assignmentRequired: true,
      homePageUrl: "https://payroll.example",
      appRoles: [
        { value: "Reader", displayName: "Reader", forUsers: true, forApplications: false },
        { value: "Writer", displayName: "Writer", forUsers: true, forApplications: false },
        { value: "Robot", displayName: "Robot", forUsers: false, forApplications: true },
      ],
    });
    await register("Open", { homePageUrl: "https://open.example" });
    await register("Without a page");
    const resourceId = servicePrincipal.servicePrincipalId;
    const userId = await newGuest("ann@fabrikam.example");
    const { groupId } = accepted(
      await createGroup(machine, byOperator, { tenantId, displayName: "Writers" }),
    );
    const openTo = async () =>
      (await listApplicationsForUser(database, tenantId, userId)).map(
        (found) => found.application.displayName,
      );
    const assign = (principal: Parameters<typeof assignAppRole>[2]["principal"], roleValue?: string) =>
      assignAppRole(machine, byOperator, {
        tenantId,
        principal,
        resourceId,
        ...(roleValue ? { roleValue } : {}),
      });
    expect(await appRolesOf(database, tenantId, resourceId, userId)).toEqual({
      isAssigned: false,
      values: [],
    });
    expect(await openTo()).toEqual(["Open"]);

    accepted(await assign({ kind: "group", id: groupId }, "Writer"));
    await addGroupMember(machine, byOperator, { tenantId, groupId, member: { kind: "user", id: userId } });
    expect(await appRolesOf(database, tenantId, resourceId, userId)).toEqual({
      isAssigned: true,
      values: ["Writer"],
    });
    expect(await openTo()).toEqual(["Open", "Payroll"]);

    const user = { kind: "user", id: userId } as const;
    expect(await assign(user, "Reader")).toEqual({ ok: true, value: "assigned" });
    expect(await assign(user, "Reader")).toEqual({ ok: true, value: "already-assigned" });
    expect((await appRolesOf(database, tenantId, resourceId, userId)).values).toEqual(["Reader", "Writer"]);
    expect(await assign(user, "Robot")).toMatchObject({ refusal: { code: "app-role-not-for-principal" } });
    expect(await assign(user, "Nothing")).toMatchObject({ refusal: { code: "app-role-not-found" } });
  });

  it("without a role let somebody in, and add nothing to the token", async () => {
    const { servicePrincipal } = await register("Lunch", { assignmentRequired: true });
    const userId = await newGuest("ben@fabrikam.example");
    const resourceId = servicePrincipal.servicePrincipalId;
    accepted(
      await assignAppRole(machine, byOperator, {
        tenantId,
        resourceId,
        principal: { kind: "user", id: userId },
      }),
    );
    expect(await appRolesOf(database, tenantId, resourceId, userId)).toEqual({
      isAssigned: true,
      values: [],
    });
  });

  it("give an application its permissions over Graph", async () => {
    const client = (await register("Inviting robot")).servicePrincipal.servicePrincipalId;
    const graph = await ensureGraphServicePrincipal(database, tenantId);
    const input = {
      tenantId,
      principal: { kind: "service-principal", id: client },
      resourceId: graph.servicePrincipalId,
      roleValue: "User.Invite.All",
    } as const;
    accepted(await assignAppRole(machine, byOperator, input));
    const held = await appRolesOfServicePrincipal(database, tenantId, client, graph.servicePrincipalId);
    expect(held).toEqual({ isAssigned: true, values: ["User.Invite.All"] });
    expect(await assignAppRole(machine, byOperator, { ...input, roleValue: "User.Read" })).toMatchObject({
      refusal: { code: "app-role-not-found" },
    });
    const nobody = "00000000-0000-4000-8000-00000000dead" as ServicePrincipalId;
    expect(await assignAppRole(machine, byOperator, { ...input, resourceId: nobody })).toMatchObject({
      refusal: { code: "resource-not-found" },
    });
  });
});
