import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../test/support/graph-stage.ts";
import { findUser } from "../../../domain/directory/find-user.ts";
import type { User } from "../../../domain/directory/rules/user.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let anna: User;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  token = await contoso.appToken(["User.ReadWrite.All"]);
});

const post = (requests: unknown, bearer: string | undefined = token) =>
  call("POST /$batch", bearer, { body: { requests } });
const get = (id: string, url: string, more: object = {}) => ({ id, method: "GET", url, ...more });
const json = { "content-type": "application/json" };

describe("POST /$batch", () => {
  it("answers each request as if it had come alone, by its id", async () => {
    const answer = await post([
      get("1", `/users/${anna.userId}?$select=displayName`),
      get("two", "users/nobody@contoso.example"),
      get("3", "/users?$filter=endswith(mail,'@contoso.example')&$count=true", {
        headers: { ConsistencyLevel: "eventual" },
      }),
      get("4", "/groups"),
      { id: "5", method: "PATCH", url: `/users/${anna.userId}`, headers: json, body: { jobTitle: "Buyer" } },
      get("6", "/users/$count", { headers: { ConsistencyLevel: "eventual" } }),
    ]);
    expect(answer.status, answer.text).toBe(200);
    const byId = Object.fromEntries(answer.body.responses.map((one: { id: string }) => [one.id, one]));
    expect(byId["1"]).toMatchObject({ status: 200, body: { displayName: "anna" } });
    expect(byId["1"].headers["Content-Type"]).toMatch(/^application\/json/);
    expect(byId["two"]).toMatchObject({ status: 404, body: { error: { code: "Request_ResourceNotFound" } } });
    expect(byId["3"]).toMatchObject({ status: 200, body: { "@odata.count": 1 } });
    expect(byId["4"]).toMatchObject({
      status: 403,
      body: { error: { code: "Authorization_RequestDenied" } },
    });
    expect(byId["5"]).toEqual({ id: "5", status: 204, headers: expect.any(Object) });
    expect(Buffer.from(byId["6"].body, "base64").toString()).toBe("1");
    expect((await findUser(machine.database, contoso.tenant.tenantId, anna.userId))?.jobTitle).toBe("Buyer");
  });

  it("keeps the order that requests ask for, and leaves out what depends on a failure", async () => {
    const rename = (id: string, displayName: string, dependsOn: string[]) => ({
      id,
      method: "PATCH",
      url: `/users/${anna.userId}`,
      headers: json,
      body: { displayName },
      dependsOn,
    });
    const { body } = await post([
      rename("c", "Third", ["B"]),
      rename("b", "Second", ["a"]),
      rename("a", "First", []),
      get("gone", "/users/nobody@contoso.example"),
      rename("d", "Never", ["gone", "c"]),
      rename("e", "Never either", ["d"]),
    ]);
    const statuses = body.responses.map((one: { id: string; status: number }) => [one.id, one.status]);
    expect(Object.fromEntries(statuses)).toEqual({ a: 204, b: 204, c: 204, gone: 404, d: 424, e: 424 });
    const { displayName } = (await call(`GET /users/${anna.userId}`, token)).body;
    expect(displayName).toBe("Third");
  });

  it("lets nobody in who would not be let in alone, whatever the requests say of themselves", async () => {
    expect((await call("POST /$batch", undefined, { body: { requests: [get("1", "/users")] } })).status).toBe(
      401,
    );
    const weak = await contoso.userToken(anna, ["User.Read"]);
    const { body } = await post(
      [get("1", "/users", { headers: { authorization: `Bearer ${token}` } })],
      weak,
    );
    expect(body.responses[0].status).toBe(403);
  });

  it.each(["/$batch", "$batch", "/%24batch", "/users/../$batch"])(
    "takes no batch in a batch: %s",
    async (url) => {
      const inner = { requests: [get("1", "/users")] };
      const answer = await post([{ id: "1", method: "POST", url, headers: json, body: inner }]);
      expect(answer.body.responses[0].status, answer.text).toBe(400);
    },
  );

  it.each([
    ["no list", { requests: "x" }],
    ["an empty list", { requests: [] }],
    ["too many", { requests: Array.from({ length: 21 }, (_, index) => get(String(index), "/me")) }],
    ["an id twice", { requests: [get("a", "/me"), get("A", "/me")] }],
    ["no id", { requests: [{ method: "GET", url: "/me" }] }],
    ["a strange method", { requests: [{ id: "1", method: "TRACE", url: "/me" }] }],
    ["another host", { requests: [get("1", "https://evil.example/v1.0/me")] }],
    ["a way out", { requests: [get("1", "/../signin")] }],
    ["a dependency that is not there", { requests: [get("1", "/me", { dependsOn: ["2"] })] }],
    [
      "a circle",
      { requests: [get("1", "/me", { dependsOn: ["2"] }), get("2", "/me", { dependsOn: ["1"] })] },
    ],
    ["a body without its type", { requests: [{ id: "1", method: "PATCH", url: "/me", body: {} }] }],
    [
      "a body that is neither JSON nor text",
      {
        requests: [
          { id: "1", method: "PUT", url: "/me", headers: { "content-type": "image/png" }, body: {} },
        ],
      },
    ],
  ])("refuses the whole for %s", async (_, body) => {
    const answer = await call("POST /$batch", token, { body });
    expect([answer.status, answer.body.error?.code], answer.text).toEqual([400, "Request_BadRequest"]);
  });
});
