import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type { ApplicationId, ServicePrincipalId } from "../../foundation/identifiers.ts";
import { addGroupMember } from "../directory/add-group-member.ts";
import { createGroup } from "../directory/create-group.ts";
import { createGuest } from "../directory/create-guest.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { addClientSecret } from "./add-client-secret.ts";
import { addRedirectUri } from "./add-redirect-uri.ts";
import { assignAppRole } from "./assign-app-role.ts";
import { ensureGraphServicePrincipal } from "./ensure-graph-service-principal.ts";
import { appRolesOf, appRolesOfServicePrincipal } from "./find-app-roles.ts";
import {
  findApplicationByServicePrincipal,
  findApplicationInTenant,
  findResource,
} from "./find-application.ts";
import { grantedScopes } from "./find-granted-scopes.ts";
import { grantPermission } from "./grant-permission.ts";
import { listApplications, listApplicationsForUser } from "./list-applications.ts";
import { type NewApplication, registerApplication } from "./register-application.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";
import { verifyClientSecret } from "./verify-client-secret.ts";

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

async function newGuest(address: string) {
  const { user } = await database
    .transaction()
    .execute((transaction) =>
      createGuest(transaction, machine.clock(), { tenant: contoso, address: address as EmailAddress }),
    );
  return user.userId;
}

describe("registerApplication", () => {
  it("makes an application that is found whole, in its own tenant only", async () => {
    const { application, servicePrincipal } = await register("Expenses", {
      redirectUris: [
        { platform: "web", uri: "https://expenses.example/signin" },
        { platform: "spa", uri: "http://localhost:3000" },
      ],
      identifierUris: ["API://Expenses/v1"],
      issuesIdToken: true,
      homePageUrl: "https://expenses.example",
      optionalClaims: { idToken: ["acct"] },
      appRoles: [{ value: "Approver", displayName: "Approver", forUsers: true, forApplications: false }],
      exposedScopes: [{ value: "expenses.read", displayName: "Read your expenses", consentBy: "user" }],
    });
    expect(application).toMatchObject({
      identifierUris: ["api://expenses/v1"],
      audience: "tenant",
      issuesIdToken: true,
      accessTokenVersion: 2,
      optionalClaims: { idToken: ["acct"] },
      redirectUris: [
        { platform: "spa", uri: "http://localhost:3000" },
        { platform: "web", uri: "https://expenses.example/signin" },
      ],
      appRoles: [{ value: "Approver", description: "", forUsers: true, isEnabled: true }],
      exposedScopes: [{ value: "expenses.read", consentBy: "user", isEnabled: true }],
    });
    const { applicationId } = application;
    const found = await findApplicationInTenant(database, tenantId, applicationId);
    expect(found).toEqual({ application, servicePrincipal });
    expect(await findApplicationInTenant(database, fabrikam.tenantId, applicationId)).toBeUndefined();
  });

  it.each([
    [{ displayName: " " }, { code: "display-name-empty" }],
    [
      { redirectUris: [{ platform: "web", uri: "http://app.example" }] },
      { code: "redirect-uri-not-https", uri: "http://app.example" },
    ],
    [{ identifierUris: ["api://EXPENSES/v1"] }, { code: "identifier-uri-taken" }],
    [{ applicationId: graphApplicationId }, { code: "application-exists" }],
  ] as const)("refuses %j", async (extra, refusal) => {
    const input = { tenantId, displayName: "Another", redirectUris: [], ...extra };
    expect(await registerApplication(machine, byOperator, input)).toEqual({ ok: false, refusal });
  });

  it("refuses an application id that is taken anywhere", async () => {
    const { application } = await register("First");
    const outcome = await registerApplication(machine, byOperator, {
      tenantId: fabrikam.tenantId,
      applicationId: application.applicationId,
      displayName: "Second",
      redirectUris: [],
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: "application-exists" } });
  });

  it("shows a new redirect URI at once to those who just looked", async () => {
    const { application } = await register("Growing");
    const { applicationId } = application;
    await findApplicationInTenant(database, tenantId, applicationId);
    const redirect = { platform: "web", uri: "https://growing.example/" } as const;
    accepted(await addRedirectUri(machine, byOperator, { tenantId, applicationId, ...redirect }));
    const found = await findApplicationInTenant(database, tenantId, applicationId);
    expect(found?.application.redirectUris).toEqual([redirect]);
    expect(
      await addRedirectUri(machine, byOperator, { tenantId: fabrikam.tenantId, applicationId, ...redirect }),
    ).toEqual({ ok: false, refusal: { code: "application-not-found" } });
  });
});

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

describe("client secrets", () => {
  it("are valid until they expire, several at a time, and stored as digests only", async () => {
    const { application } = await register("Automation");
    const { applicationId } = application;
    const check = (secret: string, now = machine.clock()) =>
      verifyClientSecret(database, application, secret, now);
    expect(await check("anything")).toBe("none");
    const add = (lifetimeDays: number, secret?: string) =>
      addClientSecret(machine, byOperator, {
        tenantId,
        applicationId,
        lifetimeDays,
        ...(secret ? { secret } : {}),
      });
    const first = accepted(await add(1));
    const second = accepted(await add(180, "a secret known to the demo"));
    expect(first.secretText).toHaveLength(43);
    expect(second.secretText).toBe("a secret known to the demo");
    expect(await check(first.secretText)).toBe("valid");
    expect(await check(second.secretText)).toBe("valid");
    expect(await check(`${first.secretText}x`)).toBe("wrong");
    const nextWeek = new Date(machine.clock().getTime() + 7 * 86_400_000);
    expect(await check(first.secretText, nextWeek)).toBe("expired");
    expect(await check(second.secretText, nextWeek)).toBe("valid");
    expect(await add(0)).toEqual({ ok: false, refusal: { code: "lifetime-invalid" } });
    const dump = JSON.stringify(await database.selectFrom("applicationSecret").selectAll().execute());
    expect(dump).not.toContain(first.secretText);
    const audit = JSON.stringify(await database.selectFrom("auditEvent").selectAll().execute());
    expect(audit).not.toContain(first.secretText);
  });
});

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
    await register("Hidden");
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
    expect(await openTo()).toEqual(["Expenses"]);

    accepted(await assign({ kind: "group", id: groupId }, "Writer"));
    await addGroupMember(machine, byOperator, { tenantId, groupId, member: { kind: "user", id: userId } });
    expect(await appRolesOf(database, tenantId, resourceId, userId)).toEqual({
      isAssigned: true,
      values: ["Writer"],
    });
    expect(await openTo()).toEqual(["Expenses", "Payroll"]);

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
});

describe("listApplications", () => {
  it("lists what a tenant registered, and not another tenant's", async () => {
    const names = (await listApplications(database, tenantId)).map((found) => found.application.displayName);
    expect(names).toContain("Expenses");
    expect(names).not.toContain("Graph");
    expect(await listApplications(database, fabrikam.tenantId)).toEqual([]);
    const unknown = "00000000-0000-4000-8000-00000000dead" as ApplicationId;
    expect(await findApplicationInTenant(database, tenantId, unknown)).toBeUndefined();
  });
});
