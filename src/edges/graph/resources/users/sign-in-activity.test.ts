import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { byOperator } from "../../../../../test/support/test-machine.ts";
import { recordSignIn } from "../../../../domain/audit/record-sign-in.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";

const { machine, call, organisation } = await graphStage();
const permissions = ["User.Read.All", "AuditLog.Read.All"];
let contoso: GraphTenant;
let anna: User;
let bert: User;
/** Never signed in. */
let cleo: User;
let app = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  bert = await contoso.member("bert");
  cleo = await contoso.member("cleo");
  app = await contoso.appToken(permissions);
  // Out of order, as entries of several nodes arrive.
  await signIn(anna, "2026-03-03T10:00:00.000Z", { errorCode: 50126 });
  await signIn(anna, "2026-03-02T10:00:00.000Z");
  await signIn(anna, "2026-03-04T10:00:00.000Z", { isInteractive: false, errorCode: 70008 });
  await signIn(bert, "2026-01-01T10:00:00.000Z");
});

function signIn(user: User, at: string, more: { isInteractive?: boolean; errorCode?: number } = {}) {
  return recordSignIn(machine.database, new Date(at), byOperator, {
    tenantId: contoso.tenant.tenantId,
    user: { id: user.userId, name: user.displayName, kind: "member" },
    isInteractive: true,
    errorCode: 0,
    ...more,
  });
}

async function idsWhere(filter: string, token = app): Promise<string[]> {
  const path = `/users?$select=id&$filter=${encodeURIComponent(filter)}`;
  const answer = await call(`GET ${path}`, token);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.value.map(({ id }: { id: string }) => id).sort();
}

describe("signInActivity", () => {
  it("tells the last attempts by themselves and by clients, and the last success, with their entries", async () => {
    const log = await call("GET /auditLogs/signIns", await contoso.appToken(permissions));
    const entryAt = (moment: string) =>
      log.body.value.find((entry: { createdDateTime: string }) =>
        entry.createdDateTime.startsWith(moment.slice(0, 19)),
      )?.id;
    const shown = await call(`GET /users/${anna.userId}?$select=signInActivity`, app);
    expect(shown.body.signInActivity).toEqual({
      lastSignInDateTime: "2026-03-03T10:00:00Z",
      lastSignInRequestId: entryAt("2026-03-03T10:00:00Z"),
      lastNonInteractiveSignInDateTime: "2026-03-04T10:00:00Z",
      lastNonInteractiveSignInRequestId: entryAt("2026-03-04T10:00:00Z"),
      lastSuccessfulSignInDateTime: "2026-03-02T10:00:00Z",
      lastSuccessfulSignInRequestId: entryAt("2026-03-02T10:00:00Z"),
    });
    expect(shown.body.signInActivity.lastSignInRequestId).toBeTruthy();
    const listed = await call("GET /users?$select=id,signInActivity", app);
    const of = (user: User) => listed.body.value.find(({ id }: { id: string }) => id === user.userId);
    expect(of(bert).signInActivity).toMatchObject({
      lastSignInDateTime: "2026-01-01T10:00:00Z",
      lastNonInteractiveSignInDateTime: null,
      lastNonInteractiveSignInRequestId: null,
    });
    expect(of(cleo)).toEqual({ id: cleo.userId });
    expect((await call(`GET /users/${anna.userId}`, app)).body).not.toHaveProperty("signInActivity");
  });

  it("is filtered by, together with other properties, and by never having happened", async () => {
    const last = "signInActivity/lastSignInDateTime";
    expect(await idsWhere(`${last} le 2026-02-01T00:00:00Z`)).toEqual([bert.userId]);
    expect(await idsWhere(`${last} ge 2026-02-01T00:00:00Z and userType eq 'Member'`)).toEqual([anna.userId]);
    expect(await idsWhere(`${last} eq null`)).toEqual([cleo.userId]);
    expect(await idsWhere(`${last} eq null or ${last} le 2026-02-01T00:00:00Z`)).toEqual(
      [bert.userId, cleo.userId].sort(),
    );
    expect(await idsWhere("signInActivity/lastSuccessfulSignInDateTime eq 2026-03-02T10:00:00Z")).toEqual([
      anna.userId,
    ]);
    expect(await idsWhere("signInActivity/lastNonInteractiveSignInDateTime ge 2026-03-04T00:00:00Z")).toEqual(
      [anna.userId],
    );
  });

  it("takes AuditLog.Read.All, and of people a role that reads logs, whether shown or asked by", async () => {
    const reader = await contoso.member("reader", "reports-reader");
    const asReader = await contoso.userToken(reader, permissions);
    expect((await call("GET /users?$select=id,signInActivity", asReader)).status).toBe(200);
    const group = await call("POST /groups", await contoso.appToken(["Group.ReadWrite.All"]), {
      body: {
        displayName: "Team",
        mailEnabled: false,
        mailNickname: "team",
        securityEnabled: true,
        "members@odata.bind": [`/users/${anna.userId}`],
      },
    });
    const weak = await contoso.appToken(["User.Read.All", "Group.Read.All", "User.DeleteRestore.All"]);
    const asMember = await contoso.userToken(cleo, permissions);
    const filter = "$filter=signInActivity/lastSignInDateTime ge 2026-01-01T00:00:00Z";
    for (const [token, code] of [
      [weak, "MissingPermission"],
      [asMember, "MissingDirectoryRole"],
    ] as const)
      for (const path of [
        "/users?$select=signInActivity",
        `/users?${filter}`,
        `/users/${anna.userId}?$select=signInActivity`,
        ...(token === weak
          ? [
              `/groups/${group.body.id}/members?$select=id,signInActivity`,
              `/groups/${group.body.id}/members/microsoft.graph.user?${filter}`,
              `/directory/deletedItems/microsoft.graph.user?${filter}`,
            ]
          : ["/me?$select=signInActivity"]),
      ]) {
        const refused = await call(`GET ${path}`, token);
        expect([path, refused.status], refused.text).toEqual([path, 403]);
        if (path.includes("$select")) expect(refused.body.error.details[0].code).toBe(code);
      }
    expect((await call("GET /users/delta?$select=signInActivity", app)).status).toBe(400);
  });

  it("is forgotten with the user", async () => {
    const gone = await contoso.member("gone");
    await signIn(gone, "2026-03-02T10:00:00.000Z");
    const remover = await contoso.appToken(["User.DeleteRestore.All"]);
    await call(`DELETE /users/${gone.userId}`, remover);
    await call(`DELETE /directory/deletedItems/${gone.userId}`, remover);
    const kept = machine.database.selectFrom("signInActivity").selectAll().where("userId", "=", gone.userId);
    expect(await kept.execute()).toEqual([]);
  });
});
