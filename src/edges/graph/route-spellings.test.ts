import { beforeAll, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../test/support/graph-stage.ts";
import type { User } from "../../domain/directory/rules/user.ts";

const { call, organisation } = await graphStage();
let contoso: GraphTenant;
let anna: User;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  token = await contoso.userToken(anna, ["User.Read.All"]);
});

it.each([
  "/users/anna@contoso.example",
  "/users('anna@contoso.example')",
  "/users/ANNA@contoso.example/",
  "/me",
  "/me/",
])("reads a user at %s", async (path) => {
  expect((await call(`GET ${path}`, token)).body).toMatchObject({ id: anna.userId });
});

it.each([
  "/users/anna@contoso.example/sponsors",
  "/users('anna@contoso.example')/sponsors/",
  "/users/anna@contoso.example/microsoft.graph.sponsors()",
  "/me/sponsors",
  "/me/sponsors/",
])("reads what belongs to a user at %s", async (path) => {
  const answer = await call(`GET ${path}`, token);
  expect([answer.status, answer.body.value], answer.text).toEqual([200, []]);
});

it("has no /me for an application, and no way to delete it", async () => {
  const asApplication = await contoso.appToken(["User.Read.All"]);
  const answer = await call("GET /me/sponsors", asApplication);
  expect([answer.status, answer.body.error.code]).toEqual([400, "Request_BadRequest"]);
  expect((await call("DELETE /me", token)).status).toBe(405);
  expect((await call("GET /me/unknown", token)).status).toBe(400);
});
