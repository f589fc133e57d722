import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findApplicationByServicePrincipal } from "../../../../domain/applications/find-application.ts";
import { registerApplication } from "../../../../domain/applications/register-application.ts";
import { removeLongDeletedApplications } from "../../../../domain/applications/remove-long-deleted-applications.ts";
import { verifyClientSecret } from "../../../../domain/applications/verify-client-secret.ts";

const { machine, call, organisation } = await graphStage();
const items = "/directory/deletedItems";
const deletedApplications = `${items}/microsoft.graph.application`;
const deletedPrincipals = `${items}/microsoft.graph.servicePrincipal`;
const eventual = { headers: { consistencylevel: "eventual" } };
let contoso: GraphTenant;
let all = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  all = await contoso.appToken(["Application.ReadWrite.All", "AppRoleAssignment.ReadWrite.All"], {
    lifetimeSeconds: 90 * 24 * 3600,
  });
});

interface Made {
  readonly id: string;
  readonly appId: string;
  readonly principal: string;
}

async function create(body: object = {}, token = all): Promise<Made> {
  const made = await call("POST /applications", token, { body: { displayName: "Tenders", ...body } });
  expect(made.status, made.text).toBe(201);
  const { id, appId } = made.body;
  const used = await call("POST /servicePrincipals", token, { body: { appId } });
  expect(used.status, used.text).toBe(201);
  return { id, appId, principal: used.body.id };
}

async function done(operation: string, token = all): Promise<void> {
  const answer = await call(operation, token);
  expect(answer.status, answer.text).toBe(204);
}

const restore = (id: string, token = all) => call(`POST ${items}/${id}/restore`, token);
const statusOf = async (path: string, token = all) => (await call(`GET ${path}`, token)).status;

async function idsOf(path: string, options = {}): Promise<string[]> {
  const answer = await call(`GET ${path}`, all, options);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.value.map(({ id }: { id: string }) => id);
}

function expectError(answer: GraphAnswer, status: number, code: string): void {
  expect([answer.status, answer.body?.error?.code], answer.text).toEqual([status, code]);
}

/** What is left of somebody in tables that hang on applications. */
async function rowsOf(made: Made): Promise<number> {
  const { database } = machine;
  const [registrations, secrets, owners, principals, assignments] = await Promise.all([
    database
      .selectFrom("application")
      .select("objectId")
      .where("objectId", "=", made.id as never)
      .execute(),
    database
      .selectFrom("applicationSecret")
      .select("secretId")
      .where("objectId", "=", made.id as never)
      .execute(),
    database
      .selectFrom("applicationOwner")
      .select("ownerId")
      .where("objectId", "=", made.id as never)
      .execute(),
    database
      .selectFrom("servicePrincipal")
      .select("servicePrincipalId")
      .where("applicationId", "=", made.appId as never)
      .execute(),
    database
      .selectFrom("appRoleAssignment")
      .select("assignmentId")
      .where("resourceId", "=", made.principal as never)
      .execute(),
  ]);
  return [registrations, secrets, owners, principals, assignments].flat().length;
}

describe("a deleted application", () => {
  it("is listed, counted and read by type, with its service principal", async () => {
    const made = await create({ displayName: "Listed" });
    await done(`DELETE /applications/${made.id}`);
    expect(await idsOf(`${deletedApplications}?$filter=displayName eq 'Listed'`)).toEqual([made.id]);
    expect(await idsOf(`${deletedApplications}?$orderby=deletedDateTime&$count=true`, eventual)).toContain(
      made.id,
    );
    expect(await idsOf(`${deletedPrincipals}?$filter=appId eq '${made.appId}'`)).toEqual([made.principal]);
    for (const list of [deletedApplications, deletedPrincipals])
      expect((await call(`GET ${list}/$count`, all, eventual)).text).toBe("1");
    const one = await call(`GET ${items}/${made.id}`, all);
    expect(one.body).toMatchObject({
      "@odata.type": "#microsoft.graph.application",
      appId: made.appId,
      deletedDateTime: expect.stringMatching(/Z$/),
    });
    const principal = await call(`GET ${items}/${made.principal}?$select=appId`, all);
    expect(principal.body).toMatchObject({
      "@odata.type": "#microsoft.graph.servicePrincipal",
      appId: made.appId,
    });
    expect(await statusOf(`/applications/${made.id}`)).toBe(404);
    expect(await statusOf(`/servicePrincipals/${made.principal}`)).toBe(404);
  });

  it("comes back as it was, with credentials, owners and the service principal that went with it", async () => {
    const made = await create({ identifierUris: ["api://back-again"] });
    const { body: secret } = await call(`POST /applications/${made.id}/addPassword`, all, { body: {} });
    const owners = await call(`GET /applications/${made.id}/owners`, all);
    const before = (await call(`GET /applications/${made.id}`, all)).body;
    const { database, clock } = machine;
    const registration = { tenantId: contoso.tenant.tenantId, objectId: made.id } as never;
    await done(`DELETE /applications/${made.id}`);
    const restored = await restore(made.id);
    expect(restored.status, restored.text).toBe(200);
    expect(restored.body).toMatchObject({
      "@odata.type": "#microsoft.graph.application",
      id: made.id,
      deletedDateTime: null,
    });
    expect((await call(`GET /applications/${made.id}`, all)).body).toEqual(before);
    expect((await call(`GET /applications/${made.id}/owners`, all)).body).toEqual(owners.body);
    expect(await statusOf(`/servicePrincipals/${made.principal}`)).toBe(200);
    expect(await verifyClientSecret(database, registration, secret.secretText, clock())).toBe("valid");
    expectError(await restore(made.id), 404, "Request_ResourceNotFound");
    const logged = await machine.database.selectFrom("auditEvent").select("activity").execute();
    expect(logged).toContainEqual({ activity: "application-restored" });
  });

  it("leaves a service principal deleted that had been deleted before it", async () => {
    const made = await create();
    await done(`DELETE /servicePrincipals/${made.principal}`);
    machine.setClock(new Date(machine.clock().getTime() + 1000));
    await done(`DELETE /applications/${made.id}`);
    const alone = await restore(made.principal);
    expectError(alone, 400, "Request_BadRequest");
    expect(alone.body.error.details[0].code).toBe("ApplicationDeleted");
    expect((await restore(made.id)).status).toBe(200);
    expect(await statusOf(`/servicePrincipals/${made.principal}`)).toBe(404);
    const back = await restore(made.principal);
    expect(back.body).toMatchObject({
      "@odata.type": "#microsoft.graph.servicePrincipal",
      id: made.principal,
    });
    expect(await statusOf(`/servicePrincipals/${made.principal}`)).toBe(200);
  });

  it("does not come back beside another that took its identifier URI, and says which", async () => {
    const made = await create({ identifierUris: ["api://taken"] });
    await done(`DELETE /applications/${made.id}`);
    const other = await create({ identifierUris: ["api://taken"] });
    const refused = await restore(made.id);
    expectError(refused, 400, "Request_BadRequest");
    expect(refused.body.error.details[0]).toMatchObject({
      code: "ObjectConflict",
      target: "identifierUris",
      message: expect.stringContaining(other.id),
    });
    expect(await statusOf(`/servicePrincipals/${made.principal}`)).toBe(404);
  });

  it("keeps its client id: nobody else can be registered under it", async () => {
    const made = await create();
    await done(`DELETE /applications/${made.id}`);
    const { tenantId } = (await organisation("Taker", "taker")).tenant;
    const taken = await registerApplication(machine, byOperator, {
      tenantId,
      applicationId: made.appId as never,
      displayName: "Taker",
      redirectUris: [],
    });
    expect(taken).toMatchObject({ ok: false, refusal: { code: "application-exists" } });
  });

  it("can be removed for good, with credentials, owners, presences everywhere and assignments", async () => {
    const made = await create({ signInAudience: "AzureADMultipleOrgs" });
    await call(`POST /applications/${made.id}/addPassword`, all, { body: {} });
    const anna = await contoso.member("anna");
    const body = {
      principalId: anna.userId,
      resourceId: made.principal,
      appRoleId: "00000000-0000-0000-0000-000000000000",
    };
    const assigned = await call(`POST /servicePrincipals/${made.principal}/appRoleAssignedTo`, all, { body });
    expect(assigned.status, assigned.text).toBe(201);
    expectError(await call(`DELETE ${items}/${made.id}`, all), 404, "Request_ResourceNotFound");
    await done(`DELETE /applications/${made.id}`);
    expect(await rowsOf(made)).toBeGreaterThanOrEqual(5);
    await done(`DELETE ${items}/${made.id}`);
    expect(await rowsOf(made)).toBe(0);
    expect(await statusOf(`${items}/${made.id}`)).toBe(404);
    expect(await statusOf(`${items}/${made.principal}`)).toBe(404);
    expectError(await restore(made.id), 404, "Request_ResourceNotFound");
  });

  it("is logged as gone in every organisation that loses its service principal", async () => {
    const tailspin = await organisation("Tailspin", "tailspin");
    const admin = await tailspin.userToken(await tailspin.member("head", "global-administrator"), [
      "Application.ReadWrite.All",
    ]);
    const made = await create({ displayName: "Shared board", signInAudience: "AzureADMultipleOrgs" });
    const there = await call("POST /servicePrincipals", admin, { body: { appId: made.appId } });
    await done(`DELETE /applications/${made.id}`);
    await done(`DELETE ${items}/${made.id}`);
    const eventsAt = ({ tenant }: GraphTenant) =>
      machine.database
        .selectFrom("auditEvent")
        .select(["activity", "targetId", "targetName", "actorKind", "actorName", "ipAddress", "details"])
        .where("tenantId", "=", tenant.tenantId)
        .where("targetId", "=", made.appId)
        .where("activity", "like", "%-purged")
        .orderBy("activity")
        .execute();
    const lost = { activity: "service-principal-purged", targetName: "Shared board" };
    expect(await eventsAt(tailspin)).toEqual([
      {
        ...lost,
        targetId: made.appId,
        // Who it was over there is not this organisation's to know.
        actorKind: "service",
        actorName: null,
        ipAddress: null,
        details: { objectId: there.body.id, reason: "application-purged" },
      },
    ]);
    expect(await eventsAt(contoso)).toMatchObject([
      { activity: "application-purged", actorKind: "application" },
      { ...lost, actorKind: "application", details: { objectId: made.principal } },
    ]);
  });

  it("goes for good after 30 days, and no sooner", async () => {
    const made = await create();
    await done(`DELETE /applications/${made.id}`);
    const pass = (days: number) =>
      machine.setClock(new Date(machine.clock().getTime() + days * 24 * 3600 * 1000));
    pass(29);
    await removeLongDeletedApplications(machine);
    expect(await statusOf(`${items}/${made.id}`)).toBe(200);
    pass(1.01);
    expect(await removeLongDeletedApplications(machine)).toBeGreaterThanOrEqual(1);
    expect(await rowsOf(made)).toBe(0);
  });
});

describe("a deleted service principal", () => {
  it("does not come back beside the one that took its place", async () => {
    const made = await create();
    await done(`DELETE /servicePrincipals/${made.principal}`);
    const again = await call("POST /servicePrincipals", all, { body: { appId: made.appId } });
    expect(again.status, again.text).toBe(201);
    const refused = await restore(made.principal);
    expect(refused.body.error.details[0]).toMatchObject({ code: "ObjectConflict", target: "appId" });
    await done(`DELETE ${items}/${made.principal}`);
    expect(await statusOf(`/servicePrincipals/${again.body.id}`)).toBe(200);
  });

  it("lets another organisation's application be used again only while that organisation has it", async () => {
    const fabrikam = await organisation("Fabrikam", "fabrikam");
    const theirs = await fabrikam.appToken(["Application.ReadWrite.All"]);
    const admin = await contoso.userToken(await contoso.member("boss", "global-administrator"), [
      "Application.ReadWrite.All",
    ]);
    const shared = await call("POST /applications", theirs, {
      body: { displayName: "Board", signInAudience: "AzureADMultipleOrgs" },
    });
    const { id: objectId, appId } = shared.body;
    await call("POST /servicePrincipals", theirs, { body: { appId } });
    const here = (await call("POST /servicePrincipals", admin, { body: { appId } })).body.id;
    await done(`DELETE /servicePrincipals/${here}`);
    expect((await call(`DELETE /applications/${objectId}`, theirs)).status).toBe(204);
    expect((await restore(here)).body.error.details[0].code).toBe("ApplicationDeleted");
    expect((await restore(objectId)).status, "a registration of another organisation").toBe(404);
    expect((await restore(objectId, theirs)).status).toBe(200);
    expect((await restore(here)).status).toBe(200);
    const found = findApplicationByServicePrincipal(machine.database, contoso.tenant.tenantId, here as never);
    expect((await found)?.application.applicationId).toBe(appId);
  });
});

describe("who may use what was deleted", () => {
  it("is whoever administers applications, or owned this one, with the permission for it", async () => {
    const made = await create();
    await done(`DELETE /applications/${made.id}`);
    const scopes = ["Application.ReadWrite.All"];
    const member = await contoso.userToken(await contoso.member("member"), scopes);
    expect((await restore(made.id, member)).status).toBe(403);
    const users = await contoso.userToken(await contoso.member("users", "user-administrator"), scopes);
    expect((await restore(made.id, users)).status).toBe(403);
    const other = await contoso.appToken(["User.ReadWrite.All", "Group.ReadWrite.All"]);
    expect((await restore(made.id, other)).status).toBe(403);
    expect(await statusOf(`${items}/${made.id}`, other)).toBe(403);
    expect(await statusOf(deletedApplications, other)).toBe(403);
    const reader = await contoso.appToken(["Application.Read.All"]);
    expect(await statusOf(deletedPrincipals, reader)).toBe(200);
    expect((await call(`DELETE ${items}/${made.id}`, reader)).status).toBe(403);
    const roles = [
      "application-administrator",
      "cloud-application-administrator",
      "global-administrator",
    ] as const;
    for (const role of roles) {
      const token = await contoso.userToken(await contoso.member(role, role), scopes);
      expect((await restore(made.id, token)).status, role).toBe(200);
      await done(`DELETE /applications/${made.id}`, token);
    }
  });

  it("is an application only for what it owned, where it has no more than that", async () => {
    const notOwned = accepted(
      await registerApplication(machine, byOperator, {
        tenantId: contoso.tenant.tenantId,
        displayName: "Not owned",
        redirectUris: [],
      }),
    ).application.objectId;
    const owning = await contoso.appToken(["Application.ReadWrite.OwnedBy"]);
    const owned = await create({}, owning);
    for (const id of [notOwned, owned.id]) await done(`DELETE /applications/${id}`);
    expectError(await restore(notOwned, owning), 403, "Authorization_RequestDenied");
    expectError(await call(`DELETE ${items}/${notOwned}`, owning), 403, "Authorization_RequestDenied");
    expect((await restore(owned.id, owning)).status).toBe(200);
    await done(`DELETE /applications/${owned.id}`, owning);
    await done(`DELETE ${items}/${owned.id}`, owning);
  });
});
