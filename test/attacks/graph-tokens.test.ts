import { beforeAll, describe, expect, it } from "vitest";
import type { User } from "../../src/domain/directory/rules/user.ts";
import { permissionsOf } from "../../src/edges/graph/permissions.ts";
import { addressed, allOperations, everyPermission } from "../support/graph-operations.ts";
import { type GraphAnswer, type GraphTenant, graphStage } from "../support/graph-stage.ts";

const { machine, call, organisation } = await graphStage();
const unusedId = "5e6f0c1a-7a4e-4a36-9f55-0e3a7f1f7d21";
let contoso: GraphTenant;
let fabrikam: GraphTenant;
let admin: User;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  admin = await contoso.member("admin", "global-administrator");
});

function expectError(answer: GraphAnswer, status: number, code: string): void {
  expect([answer.status, answer.body?.error?.code], answer.text).toEqual([status, code]);
  expect(answer.body.error.innerError).toMatchObject({
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    "request-id": answer.headers.get("request-id"),
    "client-request-id": answer.headers.get("client-request-id"),
  });
}

describe.each(allOperations)("16: %s", (operation) => {
  const { delegated, own = [], application } = permissionsOf(operation);
  const ask = (token: string | undefined, headers: Record<string, string> = {}) =>
    call(addressed(operation, unusedId), token, { headers });

  it("answers nobody without a token", async () => {
    const answer = await ask(undefined);
    expectError(answer, 401, "InvalidAuthenticationToken");
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  it("answers no garbage, no edited token and no other scheme", async () => {
    const token = await contoso.userToken(admin, everyPermission);
    const [head = "", claims = "", signature = ""] = token.split(".");
    const moved = {
      ...JSON.parse(Buffer.from(claims, "base64url").toString()),
      tid: fabrikam.tenant.tenantId,
    };
    const forged = Buffer.from(JSON.stringify(moved)).toString("base64url");
    const unsigned = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
    for (const bad of [
      "garbage",
      "a.b.c",
      `${head}.${forged}.${signature}`,
      `${unsigned}.${claims}.`,
      `${head}.${claims}.`,
    ])
      expectError(await ask(bad), 401, "InvalidAuthenticationToken");
    expectError(await ask(undefined, { authorization: `Basic ${token}` }), 401, "InvalidAuthenticationToken");
  });

  it("answers no expired token and none for another API", async () => {
    const issuedAt = new Date(machine.clock().getTime() - 7_200_000);
    const expired = await contoso.userToken(admin, everyPermission, { issuedAt });
    expectError(await ask(expired), 401, "InvalidAuthenticationToken");
    const elsewhere = await contoso.userToken(admin, everyPermission, { audience: "api://something-else" });
    expectError(await ask(elsewhere), 401, "InvalidAuthenticationToken");
  });

  it("names the missing permission, whatever role the person has and whatever else is permitted", async () => {
    const enough = new Set([...delegated, ...own]);
    const others = everyPermission.filter((permission) => !enough.has(permission));
    const answer = await ask(await contoso.userToken(admin, [...others, "openid", "profile"]));
    expectError(answer, 403, "Authorization_RequestDenied");
    expect(answer.body.error.message).toBe("Insufficient privileges to complete the operation.");
    expect(answer.body.error.details[0].code).toBe("MissingPermission");
    for (const permission of enough) expect(answer.body.error.details[0].message).toContain(permission);
  });

  it("takes no delegated permission from an application, and none that is not in its row", async () => {
    const others = everyPermission.filter((permission) => !application.includes(permission));
    expectError(await ask(await contoso.appToken(others)), 403, "Authorization_RequestDenied");
  });
});
