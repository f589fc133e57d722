import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { ensureGraphServicePrincipal } from "../../../../domain/applications/ensure-graph-service-principal.ts";
import { registerApplication } from "../../../../domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";

const { machine, call, organisation } = await graphStage();
const eventual = { headers: { consistencylevel: "eventual" } };
const none = "00000000-0000-0000-0000-000000000000";
let contoso: GraphTenant;
let anna: User;
/** May do everything as itself. */
let app = "";
let asAnna = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  const scopes = ["Application.ReadWrite.All", "AppRoleAssignment.ReadWrite.All", "Directory.Read.All"];
  app = await contoso.appToken([...scopes, "User.ReadWrite.All"]);
  asAnna = await contoso.userToken(anna, scopes);
});

async function register(displayName: string): Promise<ApplicationInTenant> {
  const { tenantId } = contoso.tenant;
  return accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName, redirectUris: [] }),
  );
}

const addressOf = ({ servicePrincipal }: ApplicationInTenant) =>
  `/servicePrincipals/${servicePrincipal.servicePrincipalId}`;

/** Adds an owner by reference. */
function add(to: string, ownerId: string, token = app) {
  const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${ownerId}` };
  return call(`POST ${to}/owners/$ref`, token, { body });
}

describe("owners of service principals", () => {
  it("are added, listed, counted, shown with it and removed, and all of it is written down", async () => {
    const address = addressOf(await register("Wiki"));
    expect((await add(address, anna.userId)).status).toBe(204);
    expect((await add(address, anna.userId)).status).toBe(400);
    expect((await add(address, none)).status).toBe(404);
    const robot = (await register("Robot")).servicePrincipal.servicePrincipalId;
    expect((await add(address, robot)).status).toBe(204);

    const listed = await call(`GET ${address}/owners?$select=id,displayName`, app);
    expect(listed.body.value).toEqual(
      expect.arrayContaining([
        { "@odata.type": "#microsoft.graph.user", id: anna.userId, displayName: "anna" },
        { "@odata.type": "#microsoft.graph.servicePrincipal", id: robot, displayName: "Robot" },
      ]),
    );
    expect((await call(`GET ${address}/owners/$count`, app, eventual)).text).toBe("2");
    const people = await call(`GET ${address}/owners/microsoft.graph.user?$select=id`, app);
    expect(people.body.value).toEqual([{ id: anna.userId, "@odata.type": "#microsoft.graph.user" }]);
    const shown = await call(`GET ${address}?$select=id&$expand=owners($select=id)`, app);
    expect(shown.body.owners).toHaveLength(2);

    const remove = () => call(`DELETE ${address}/owners/${anna.userId}/$ref`, app);
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    expect((await call(`DELETE ${address}/owners/nobody/$ref`, app)).status).toBe(404);
    const log = await call("GET /auditLogs/directoryAudits", await contoso.appToken(["AuditLog.Read.All"]));
    const activities = log.body.value.map(
      (entry: { activityDisplayName: string }) => entry.activityDisplayName,
    );
    expect(activities).toEqual(
      expect.arrayContaining(["Add owner to service principal", "Remove owner from service principal"]),
    );
  });

  it("stand among what somebody owns, and end with them", async () => {
    const wiki = await register("Owned");
    const bert = await contoso.member("bert");
    await add(addressOf(wiki), bert.userId);
    const { servicePrincipalId: id } = wiki.servicePrincipal;
    for (const path of ["ownedObjects", "ownedObjects/microsoft.graph.servicePrincipal"]) {
      const owned = await call(`GET /users/${bert.userId}/${path}`, app);
      expect(owned.body.value, owned.text).toEqual([
        expect.objectContaining({ "@odata.type": "#microsoft.graph.servicePrincipal", id }),
      ]);
    }
    await call(`DELETE /users/${bert.userId}`, app);
    expect((await call(`GET ${addressOf(wiki)}/owners`, app)).body.value).toEqual([]);
    await call(`DELETE /directory/deletedItems/${bert.userId}`, app);
    const kept = machine.database.selectFrom("servicePrincipalOwner").selectAll();
    expect(await kept.where("ownerId", "=", bert.userId).execute()).toEqual([]);
  });

  it("are named when it is made; an application owns what it made itself", async () => {
    const { body: own } = await call("POST /applications", app, { body: { displayName: "New" } });
    const named = (id: string) => ({ appId: own.appId, "owners@odata.bind": [`/users/${id}`] });
    const wrong = await call("POST /servicePrincipals", app, { body: named(none) });
    expect([wrong.status, wrong.body.error.details[0].target]).toEqual([400, "owners@odata.bind"]);
    const made = await call("POST /servicePrincipals", app, { body: named(anna.userId) });
    expect(made.status, made.text).toBe(201);
    const { value } = (await call(`GET /servicePrincipals/${made.body.id}/owners`, app)).body;
    const maker = contoso.application.servicePrincipal.servicePrincipalId;
    expect(value.map(({ id }: { id: string }) => id).sort()).toEqual([anna.userId, maker].sort());
    const onlyOwned = await contoso.appToken(["Application.ReadWrite.OwnedBy"]);
    const change = { body: { notes: "by its owner" } };
    expect((await call(`PATCH /servicePrincipals/${made.body.id}`, onlyOwned, change)).status).toBe(204);
    const stranger = addressOf(await register("Somebody else's"));
    expect((await call(`PATCH ${stranger}`, onlyOwned, change)).status).toBe(403);
  });

  it("change, assign, add others, delete and restore without a role, as long as they own it", async () => {
    const wiki = await register("Theirs");
    const address = addressOf(wiki);
    const change = () => call(`PATCH ${address}`, asAnna, { body: { notes: "hers" } });
    expect((await change()).status).toBe(403);
    await add(address, anna.userId);
    expect((await change()).status).toBe(204);
    const friend = await contoso.member("friend");
    expect((await add(address, friend.userId, asAnna)).status).toBe(204);
    const { servicePrincipalId: resourceId } = wiki.servicePrincipal;
    const assignment = { principalId: friend.userId, resourceId, appRoleId: none };
    const assigned = await call(`POST ${address}/appRoleAssignedTo`, asAnna, { body: assignment });
    expect(assigned.status, assigned.text).toBe(201);
    expect((await call(`DELETE ${address}`, asAnna)).status).toBe(204);
    expect((await call(`POST /directory/deletedItems/${resourceId}/restore`, asAnna)).status).toBe(200);
    expect((await call(`DELETE ${address}/owners/${anna.userId}/$ref`, asAnna)).status).toBe(204);
    expect((await change()).status).toBe(403);
  });

  it("are not had by Graph", async () => {
    const graph = await ensureGraphServicePrincipal(machine.database, contoso.tenant.tenantId);
    const refused = await add(`/servicePrincipals/${graph.servicePrincipalId}`, anna.userId);
    expect([refused.status, refused.body.error.message]).toEqual([400, "Graph is built in: nobody owns it."]);
  });

  it("are at most a hundred", async () => {
    const wiki = await register("Crowded");
    const { tenantId, servicePrincipalId } = wiki.servicePrincipal;
    const rows = Array.from({ length: 100 }, () => ({
      tenantId,
      servicePrincipalId,
      ownerId: crypto.randomUUID() as never,
      ownerKind: "user" as const,
      addedAt: machine.clock(),
    }));
    await machine.database.insertInto("servicePrincipalOwner").values(rows).execute();
    const refused = await add(addressOf(wiki), anna.userId);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining("at most 100 owners")]);
  });
});
