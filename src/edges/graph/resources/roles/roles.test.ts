import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findUser } from "../../../../domain/directory/find-user.ts";
import { directoryRoles } from "../../../../domain/directory/rules/directory-role.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";

const { machine, call, organisation } = await graphStage();
const inviterRole = directoryRoles["guest-inviter"].templateId;
const administratorRole = directoryRoles["global-administrator"].templateId;
let contoso: GraphTenant;
let admin: User;
let anna: User;
let guest: User;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  const { tenantId } = contoso.tenant;
  admin = await contoso.member("admin", "global-administrator");
  anna = await contoso.member("anna");
  const invited = { tenantId, email: "gus@fabrikam.example", redirectUrl: "https://app.example/" };
  const { user } = accepted(await inviteGuest(machine, byOperator, { ...invited, sendMail: false }));
  guest = (await findUser(machine.database, tenantId, user.userId)) as User;
  token = await contoso.userToken(admin, ["RoleManagement.ReadWrite.Directory", "User.Read.All"]);
});

const reference = (user: User) => ({ "@odata.id": `https://graph.microsoft.com/v1.0/users/${user.userId}` });

describe("directory roles", () => {
  it("are all there, found by name, by id and by template in every spelling", async () => {
    const { body } = await call("GET /directoryRoles?$filter=displayName eq 'guest inviter'", token);
    expect(body.value).toEqual([
      expect.objectContaining({ id: inviterRole, roleTemplateId: inviterRole, displayName: "Guest Inviter" }),
    ]);
    for (const key of [
      `/${inviterRole}`,
      `(roleTemplateId='${inviterRole}')`,
      `/roleTemplateId=${inviterRole}`,
    ])
      expect((await call(`GET /directoryRoles${key}`, token)).body.displayName).toBe("Guest Inviter");
    expect((await call("GET /directoryRoleTemplates", token)).body.value).toHaveLength(
      Object.keys(directoryRoles).length,
    );
    expect((await call("GET /directoryRoles(displayName='Guest Inviter')", token)).status).toBe(404);
    expect((await call("GET /directoryRoles?$filter=nonsense eq 1", token)).status).toBe(400);
  });

  it("are found active by whoever activates them, and unknown ones are refused", async () => {
    const made = await call("POST /directoryRoles", token, { body: { roleTemplateId: inviterRole } });
    expect([made.status, made.body.id]).toEqual([201, inviterRole]);
    expect(made.headers.get("location")).toMatch(new RegExp(`/v1.0/directoryRoles/${inviterRole}$`));
    const unknown = await call("POST /directoryRoles", token, { body: { roleTemplateId: admin.userId } });
    expect([unknown.status, unknown.body.error.details[0].code]).toEqual([400, "UnknownRoleTemplate"]);
  });

  it("are given once and taken once, also to and from guests, and the log says so", async () => {
    const members = `/directoryRoles(roleTemplateId='${inviterRole}')/members`;
    expect((await call(`POST ${members}/$ref`, token, { body: reference(guest) })).status).toBe(204);
    const again = await call(`POST ${members}/$ref`, token, { body: reference(guest) });
    expect([again.status, again.body.error.message]).toEqual([
      400,
      "One or more added object references already exist for the following modified properties: 'members'.",
    ]);
    const { body } = await call(`GET ${members}?$select=id,userType`, token);
    expect(body.value).toEqual([
      { "@odata.type": "#microsoft.graph.user", id: guest.userId, userType: "Guest" },
    ]);
    expect((await call(`DELETE ${members}/${guest.userId}/$ref`, token)).status).toBe(204);
    expect((await call(`DELETE ${members}/${guest.userId}/$ref`, token)).status).toBe(404);
    const log = await machine.database.selectFrom("auditEvent").selectAll().execute();
    const ofGuest = log.filter(({ targetId }) => targetId === guest.userId).map(({ activity }) => activity);
    expect(ofGuest.filter((activity) => activity.startsWith("directory-role"))).toEqual([
      "directory-role-assigned",
      "directory-role-removed",
    ]);
  });

  it("are given only by those with a say, whatever the application may", async () => {
    const everything = ["RoleManagement.ReadWrite.Directory"];
    const attempt = { body: reference(anna) };
    const members = `/directoryRoles/${administratorRole}/members/$ref`;
    const userAdministrator = await contoso.member("below", "user-administrator");
    for (const person of [anna, userAdministrator]) {
      const refused = await call(`POST ${members}`, await contoso.userToken(person, everything), attempt);
      expect([refused.status, refused.body.error.details[0].code]).toEqual([403, "MissingDirectoryRole"]);
    }
    const reading = await contoso.userToken(admin, ["RoleManagement.Read.Directory"]);
    expect((await call(`POST ${members}`, reading, attempt)).status).toBe(403);
    const asGuest = await contoso.userToken(guest, everything);
    expect((await call("GET /directoryRoles", asGuest)).status).toBe(403);
    expect((await call("GET /directoryRoles", await contoso.userToken(anna, everything))).status).toBe(200);
  });
});

describe("role assignments", () => {
  const path = "/roleManagement/directory/roleAssignments";

  it("are made, found by who and which, read by id and taken away", async () => {
    const body = { principalId: anna.userId, roleDefinitionId: inviterRole, directoryScopeId: "/" };
    const made = await call(`POST ${path}`, token, {
      body: { "@odata.type": "#microsoft.graph.unifiedRoleAssignment", ...body },
    });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject(body);
    const again = await call(`POST ${path}`, token, { body });
    expect([again.status, again.body.error.details[0].code]).toEqual([400, "ObjectConflict"]);
    const { id } = made.body;
    for (const filter of [
      `principalId eq '${anna.userId}'`,
      `principalId eq ${anna.userId} and roleDefinitionId eq '${inviterRole}' and directoryScopeId eq '/'`,
    ]) {
      const found = await call(`GET ${path}?$filter=${filter}`, token);
      expect(found.body.value).toEqual([{ id, ...body }]);
    }
    for (const filter of [
      `principalId eq '${anna.userId}' and principalId eq '${admin.userId}'`,
      "principalId eq 'nobody'",
      "directoryScopeId eq '/groups'",
    ])
      expect((await call(`GET ${path}?$filter=${filter}`, token)).body.value).toEqual([]);
    expect((await call(`GET ${path}/${id}`, token)).body).toMatchObject(body);
    expect((await call(`DELETE ${path}/${id}`, token)).status).toBe(204);
    expect((await call(`GET ${path}/${id}`, token)).status).toBe(404);
  });

  it("are listed page by page, each once", async () => {
    const seen: string[] = [];
    let next: string | undefined = `${path}?$top=1`;
    while (next !== undefined) {
      const { body } = await call(`GET ${next}`, token);
      expect(body.value).toHaveLength(1);
      seen.push(body.value[0].id);
      next = body["@odata.nextLink"]?.replace(/^.*\/v1\.0/, "");
    }
    const { body } = await call(`GET ${path}`, token);
    expect(seen).toEqual(body.value.map(({ id }: { id: string }) => id));
    expect(seen.length).toBeGreaterThan(1);
  });

  it("show who holds what, for whoever asks", async () => {
    const filter = `$filter=principalId eq '${admin.userId}'`;
    const withPrincipal = await call(
      `GET ${path}?${filter}&$expand=principal($select=id,displayName)`,
      token,
    );
    expect(withPrincipal.body.value).toMatchObject([
      { principal: { "@odata.type": "#microsoft.graph.user", id: admin.userId, displayName: "admin" } },
    ]);
    const withRole = await call(`GET ${path}?${filter}&$expand=roleDefinition`, token);
    expect(withRole.body.value).toMatchObject([{ roleDefinition: { displayName: "Global Administrator" } }]);
    expect((await call(`GET ${path}?$expand=appScope`, token)).status).toBe(400);
    // Whoever may read roles alone learns who holds them by id.
    const alone = await contoso.appToken(["RoleManagement.Read.Directory"]);
    const anonymous = await call(`GET ${path}?${filter}&$expand=principal`, alone);
    expect(anonymous.body.value[0].principal).toMatchObject({ id: admin.userId, displayName: null });
  });

  it("hold for the whole directory, of known roles and by users only", async () => {
    const good = { principalId: anna.userId, roleDefinitionId: inviterRole, directoryScopeId: "/" };
    const { servicePrincipal } = contoso.application;
    for (const wrong of [
      { directoryScopeId: "/administrativeUnits/1" },
      { roleDefinitionId: anna.userId },
      { principalId: servicePrincipal.servicePrincipalId },
      { condition: "true" },
    ]) {
      const refused = await call(`POST ${path}`, token, { body: { ...good, ...wrong } });
      expect([refused.status, refused.body.error.details[0].target]).toEqual([400, Object.keys(wrong)[0]]);
    }
  });
});

describe("the last Global Administrator", () => {
  it("keeps the role and the account, until there is another one who can sign in", async () => {
    const members = `/directoryRoles/${administratorRole}/members`;
    const full = await contoso.userToken(admin, ["RoleManagement.ReadWrite.Directory", "User.ReadWrite.All"]);
    const lastOne = async (operation: string, body?: object) => {
      const refused = await call(operation, full, body ? { body } : {});
      expect([refused.status, refused.body?.error.details[0].code], operation).toEqual([
        400,
        "LastGlobalAdministrator",
      ]);
    };
    await lastOne(`DELETE ${members}/${admin.userId}/$ref`);
    await lastOne(`DELETE /users/${admin.userId}`);
    await lastOne(`PATCH /users/${admin.userId}`, { accountEnabled: false });
    // A guest who has not accepted cannot sign in.
    expect((await call(`POST ${members}/$ref`, full, { body: reference(guest) })).status).toBe(204);
    await lastOne(`DELETE ${members}/${admin.userId}/$ref`);
    expect((await call(`POST ${members}/$ref`, full, { body: reference(anna) })).status).toBe(204);

    const asAnna = await contoso.userToken(anna, ["RoleManagement.ReadWrite.Directory"]);
    const both = await Promise.all([
      call(`DELETE ${members}/${anna.userId}/$ref`, full),
      call(`DELETE ${members}/${admin.userId}/$ref`, asAnna),
    ]);
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
  });
});
