import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { appRolesOfServicePrincipal } from "../../../../domain/applications/find-app-roles.ts";
import { grantedScopes } from "../../../../domain/applications/find-granted-scopes.ts";
import { registerApplication } from "../../../../domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";

const { machine, call, organisation } = await graphStage();
const none = "00000000-0000-0000-0000-000000000000";
const inviteRole = "09850681-111b-4a89-9bed-3f2cae46d706";
const permissions = [
  "Application.ReadWrite.All",
  "AppRoleAssignment.ReadWrite.All",
  "DelegatedPermissionGrant.ReadWrite.All",
  "Directory.Read.All",
];
let contoso: GraphTenant;
let fabrikam: GraphTenant;
let app = "";
let asAdministrator = "";
let api: ApplicationInTenant;
let client: ApplicationInTenant;
let graphId = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  app = await contoso.appToken(permissions);
  const admin = await contoso.member("admin", "application-administrator");
  asAdministrator = await contoso.userToken(admin, permissions);
  const { tenantId } = contoso.tenant;
  const register = async (displayName: string, more = {}) =>
    accepted(
      await registerApplication(machine, byOperator, { tenantId, displayName, redirectUris: [], ...more }),
    );
  api = await register("Orders", {
    identifierUris: ["api://orders"],
    appRoles: [
      { value: "Approver", displayName: "Approver", forUsers: true, forApplications: false },
      { value: "Robot", displayName: "Robot", forUsers: false, forApplications: true },
    ],
    exposedScopes: [
      { value: "Orders.Read", displayName: "Read", consentBy: "user" },
      { value: "Orders.Write", displayName: "Write", consentBy: "user" },
    ],
  });
  client = await register("Client");
  const found = await call("GET /servicePrincipals(appId='00000003-0000-0000-c000-000000000000')", app);
  graphId = found.body.id;
});

const apiId = () => api.servicePrincipal.servicePrincipalId;
const clientId = () => client.servicePrincipal.servicePrincipalId;
const roleOf = (value: string) => api.application.appRoles.find((role) => role.value === value)?.roleId ?? "";

describe("/servicePrincipals", () => {
  it("shows Graph with its permissions, and applications by client id, name and identifier", async () => {
    const graph = await call(`GET /servicePrincipals/${graphId}`, app);
    expect(graph.body).toMatchObject({ displayName: "Graph", servicePrincipalType: "Application" });
    expect(graph.body.appRoles).toContainEqual(
      expect.objectContaining({ id: inviteRole, value: "User.Invite.All" }),
    );
    expect(graph.body.oauth2PermissionScopes.length).toBeGreaterThan(5);
    for (const filter of [
      `appId eq '${api.application.applicationId}'`,
      "displayName eq 'orders'",
      "servicePrincipalNames/any(n:n eq 'api://orders')",
      `servicePrincipalNames/any(n:n eq '${api.application.applicationId}')`,
    ]) {
      const answer = await call(
        `GET /servicePrincipals?$filter=${encodeURIComponent(filter)}&$select=id`,
        app,
      );
      expect([filter, answer.body.value], answer.text).toEqual([filter, [{ id: apiId() }]]);
    }
    const owned = `appOwnerOrganizationId eq ${contoso.tenant.tenantId}`;
    const all = await call(`GET /servicePrincipals?$filter=${owned}&$orderby=displayName&$count=true`, app, {
      headers: { consistencylevel: "eventual" },
    });
    expect(all.body["@odata.count"]).toBe(4);
  });

  it("comes for an own registration and for one that another organisation made for many", async () => {
    const { body: own } = await call("POST /applications", app, { body: { displayName: "Own" } });
    const made = await call("POST /servicePrincipals", app, {
      body: { appId: own.appId, tags: ["x"], appRoleAssignmentRequired: true },
    });
    expect([made.status, made.body], made.text).toEqual([
      201,
      expect.objectContaining({ appId: own.appId, tags: ["x"], appRoleAssignmentRequired: true }),
    ]);
    const again = await call("POST /servicePrincipals", app, { body: { appId: own.appId } });
    expect([again.status, again.body.error.code]).toEqual([409, "Request_MultipleObjectsWithSameKeyValue"]);

    const foreign = { tenantId: fabrikam.tenant.tenantId, redirectUris: [] };
    const shared = accepted(
      await registerApplication(machine, byOperator, {
        ...foreign,
        displayName: "Shared",
        audience: "tenants",
      }),
    );
    const kept = accepted(
      await registerApplication(machine, byOperator, { ...foreign, displayName: "Kept to itself" }),
    );
    const came = await call("POST /servicePrincipals", app, {
      body: { appId: shared.application.applicationId },
    });
    expect(came.body).toMatchObject({ appOwnerOrganizationId: fabrikam.tenant.tenantId });
    const refused = await call("POST /servicePrincipals", app, {
      body: { appId: kept.application.applicationId },
    });
    expect([refused.status, refused.body.error.details[0].code]).toEqual([400, "UnknownApplication"]);
    expect(refused.text).not.toContain("Kept to itself");
    expect((await call(`PATCH /applications/${shared.application.objectId}`, app, { body: {} })).status).toBe(
      404,
    );
  });

  it("has the name of its registration, also when that changes", async () => {
    const { body: own } = await call("POST /applications", app, { body: { displayName: "Before" } });
    const { body: made } = await call("POST /servicePrincipals", app, { body: { appId: own.appId } });
    await call(`PATCH /applications/${own.id}`, app, { body: { displayName: "After" } });
    const renamed = await call(`GET /servicePrincipals/${made.id}`, app);
    expect(renamed.body).toMatchObject({ displayName: "After", appDisplayName: "After" });
  });

  it("is changed, disabled and deleted; Graph is not", async () => {
    const { body: own } = await call("POST /applications", app, { body: { displayName: "Changing" } });
    const { body: made } = await call("POST /servicePrincipals", app, { body: { appId: own.appId } });
    const address = `/servicePrincipals/${made.id}`;
    const changes = {
      accountEnabled: false,
      loginUrl: "https://start.example/",
      notes: "n",
      tags: ["a"],
      preferredSingleSignOnMode: "notSupported",
    };
    expect((await call(`PATCH ${address}`, app, { body: changes })).status).toBe(204);
    expect((await call(`GET ${address}`, app)).body).toMatchObject(changes);
    for (const bad of [
      { appId: own.appId },
      { loginUrl: "javascript:1" },
      { preferredSingleSignOnMode: "password" },
    ])
      expect((await call(`PATCH ${address}`, app, { body: bad })).status).toBe(400);
    expect((await call(`DELETE ${address}`, app)).status).toBe(204);
    expect((await call(`GET ${address}`, app)).status).toBe(404);
    expect((await call("POST /servicePrincipals", app, { body: { appId: own.appId } })).status).toBe(201);
    for (const operation of [`PATCH /servicePrincipals/${graphId}`, `DELETE /servicePrincipals/${graphId}`]) {
      const body = operation.startsWith("PATCH") ? { body: { accountEnabled: false } } : {};
      expect((await call(operation, app, body)).status).toBe(400);
    }
  });
});

describe("app role assignments", () => {
  it("are added, listed from both sides and removed, for people, groups and applications", async () => {
    const user = await contoso.member("approver");
    const { tenantId } = contoso.tenant;
    const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Approvers" }));
    for (const [collection, principalId, appRoleId, principalType] of [
      ["users", user.userId, roleOf("Approver"), "User"],
      ["groups", group.groupId, none, "Group"],
      ["servicePrincipals", clientId(), roleOf("Robot"), "ServicePrincipal"],
    ] as const) {
      const address = `/${collection}/${principalId}/appRoleAssignments`;
      const body = { principalId, resourceId: apiId(), appRoleId };
      const made = await call(`POST ${address}`, asAdministrator, { body });
      expect([made.status, made.body], made.text).toEqual([
        201,
        expect.objectContaining({ ...body, principalType, resourceDisplayName: "Orders" }),
      ]);
      const twice = await call(`POST /servicePrincipals/${apiId()}/appRoleAssignedTo`, app, { body });
      expect(twice.body.error.message).toBe("Permission being assigned already exists on the object");
      const byResource = await call(
        `GET /servicePrincipals/${apiId()}/appRoleAssignedTo?$filter=principalId eq ${principalId}`,
        app,
      );
      expect(byResource.body.value).toEqual([expect.objectContaining({ id: made.body.id })]);
      const { "@odata.context": _, ...shown } = made.body;
      expect((await call(`GET ${address}`, app)).body.value).toEqual([shown]);
      expect((await call(`DELETE ${address}/${made.body.id}`, asAdministrator)).status).toBe(204);
      expect((await call(`DELETE ${address}/${made.body.id}`, app)).status).toBe(404);
    }
  });

  it("are refused for roles that do not fit and objects that are not there", async () => {
    const post = (body: object) =>
      call(`POST /servicePrincipals/${apiId()}/appRoleAssignedTo`, app, {
        body: { principalId: clientId(), resourceId: apiId(), appRoleId: none, ...body },
      });
    const codes = [];
    for (const body of [
      { appRoleId: roleOf("Approver") },
      { appRoleId: inviteRole },
      { principalId: fabrikam.application.servicePrincipal.servicePrincipalId },
    ])
      codes.push((await post(body)).body.error.details[0].code);
    expect(codes).toEqual(["AppRoleNotForPrincipal", "UnknownAppRole", "UnknownReference"]);
    expect((await post({ resourceId: graphId })).status).toBe(400);
  });

  it("count at once, and do not give a person who administers applications rights over Graph", async () => {
    const address = `/servicePrincipals/${clientId()}/appRoleAssignments`;
    const body = { principalId: clientId(), resourceId: graphId, appRoleId: inviteRole };
    const refused = await call(`POST ${address}`, asAdministrator, { body });
    expect(refused.body.error.details[0].code).toBe("MissingDirectoryRole");
    const weak = await contoso.appToken(["Application.ReadWrite.All"]);
    expect((await call(`POST ${address}`, weak, { body })).status).toBe(403);
    const { tenantId } = contoso.tenant;
    const held = async () =>
      (await appRolesOfServicePrincipal(machine.database, tenantId, clientId() as never, graphId as never))
        .values;
    expect(await held()).toEqual([]);
    const made = await call(`POST ${address}`, app, { body });
    expect(await held()).toEqual(["User.Invite.All"]);
    expect((await call(`DELETE ${address}/${made.body.id}`, asAdministrator)).status).toBe(403);
    expect((await call(`DELETE ${address}/${made.body.id}`, app)).status).toBe(204);
    expect(await held()).toEqual([]);
  });
});

describe("/oauth2PermissionGrants", () => {
  it("grants, changes and revokes, with effect at once", async () => {
    const { tenantId } = contoso.tenant;
    const user = await contoso.member("consenting");
    const scopes = () =>
      grantedScopes(machine.database, tenantId, clientId() as never, apiId() as never, user.userId, [
        "Orders.Read",
      ]);
    const body = {
      clientId: clientId(),
      consentType: "AllPrincipals",
      resourceId: apiId(),
      scope: "openid Orders.Read",
    };
    const made = await call("POST /oauth2PermissionGrants", asAdministrator, { body });
    expect([made.status, made.body], made.text).toEqual([
      201,
      expect.objectContaining({ ...body, scope: "Orders.Read", principalId: null }),
    ]);
    expect(await scopes()).toEqual(["Orders.Read"]);
    const twice = await call("POST /oauth2PermissionGrants", app, { body });
    expect([twice.status, twice.body.error.message]).toEqual([409, "Permission entry already exists."]);
    const address = `/oauth2PermissionGrants/${made.body.id}`;
    expect((await call(`PATCH ${address}`, app, { body: { scope: "Orders.Write" } })).status).toBe(204);
    expect(await scopes()).toEqual(["Orders.Write"]);
    for (const list of [
      `/oauth2PermissionGrants?$filter=clientId eq '${clientId()}' and consentType eq 'AllPrincipals'`,
      `/servicePrincipals/${clientId()}/oauth2PermissionGrants`,
    ]) {
      const answer = await call(`GET ${list}`, app);
      expect(answer.body.value, answer.text).toEqual([
        expect.objectContaining({ id: made.body.id, scope: "Orders.Write" }),
      ]);
    }
    expect((await call(`DELETE ${address}`, app)).status).toBe(204);
    expect(await scopes()).toEqual([]);
    expect((await call(`GET ${address}`, app)).status).toBe(404);
  });

  it("are of one person where it says so", async () => {
    const user = await contoso.member("single");
    const body = {
      clientId: clientId(),
      consentType: "Principal",
      principalId: user.userId,
      resourceId: apiId(),
      scope: "Orders.Read",
    };
    const made = await call("POST /oauth2PermissionGrants", app, { body });
    expect(made.status, made.text).toBe(201);
    const own = await call(`GET /users/${user.userId}/oauth2PermissionGrants`, app);
    expect(own.body.value).toEqual([expect.objectContaining({ id: made.body.id })]);
  });

  it.each([
    [{ scope: "Orders.Delete" }, "scope"],
    [{ consentType: "Principal" }, "principalId"],
    [{ clientId: none }, "clientId"],
    [{ resourceId: none }, "resourceId"],
  ])("refuses %j", async (wrong, target) => {
    const body = { clientId: clientId(), consentType: "AllPrincipals", resourceId: apiId(), ...wrong };
    const answer = await call("POST /oauth2PermissionGrants", app, { body });
    expect([answer.status, answer.body.error.details[0].target], answer.text).toEqual([400, target]);
  });

  it("takes a role over applications, beside the permission", async () => {
    const plain = await contoso.userToken(await contoso.member("plain"), permissions);
    const body = {
      clientId: clientId(),
      consentType: "AllPrincipals",
      resourceId: graphId,
      scope: "User.Read",
    };
    for (const [operation, sent] of [
      ["POST /oauth2PermissionGrants", body],
      ["POST /servicePrincipals", { appId: api.application.applicationId }],
      [`PATCH /servicePrincipals/${apiId()}`, { accountEnabled: false }],
      [
        `POST /servicePrincipals/${apiId()}/appRoleAssignedTo`,
        { principalId: clientId(), resourceId: apiId(), appRoleId: none },
      ],
    ] as const) {
      const answer = await call(operation, plain, { body: sent });
      expect([operation, answer.body.error?.details[0].code]).toEqual([operation, "MissingDirectoryRole"]);
    }
  });
});
