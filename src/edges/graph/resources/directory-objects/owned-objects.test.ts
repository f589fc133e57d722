import { beforeAll, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let anna: User;
let app = "";
let registration = "";
let group = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  app = await contoso.appToken(["Application.ReadWrite.All", "Group.ReadWrite.All", "Directory.Read.All"]);
  const owners = { "owners@odata.bind": [`${machine.configuration.publicUrl}/v1.0/users/${anna.userId}`] };
  const made = await call("POST /applications", app, { body: { displayName: "Tenders", ...owners } });
  expect(made.status, made.text).toBe(201);
  registration = made.body.id;
  const team = { displayName: "Team", mailEnabled: false, mailNickname: "team", securityEnabled: true };
  const opened = await call("POST /groups", app, { body: { ...team, ...owners } });
  expect(opened.status, opened.text).toBe(201);
  group = opened.body.id;
});

async function ids(path: string, token = app): Promise<string[]> {
  const answer = await call(`GET ${path}`, token);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.value.map(({ id }: { id: string }) => id).sort();
}

it("tells what a user and what an application owns, of every type or of one", async () => {
  const owned = `/users/${anna.userId}/ownedObjects`;
  expect(await ids(owned)).toEqual([registration, group].sort());
  expect(await ids(`${owned}/microsoft.graph.application`)).toEqual([registration]);
  expect(await ids(`${owned}/microsoft.graph.group`)).toEqual([group]);
  const principal = contoso.application.servicePrincipal.servicePrincipalId;
  expect(await ids(`/servicePrincipals/${principal}/ownedObjects`)).toContain(registration);
  const herself = await contoso.userToken(anna, ["User.Read"]);
  expect(await ids("/me/ownedObjects", herself)).toEqual([registration, group].sort());
  const elsewhere = await organisation("Fabrikam", "fabrikam");
  const stranger = await elsewhere.appToken(["Directory.Read.All"]);
  expect((await call(`GET ${owned}`, stranger)).status).toBe(404);
});

it("finds registrations among directory objects, while they live, for whoever may read them", async () => {
  const path = `/directoryObjects/${registration}`;
  const type = "#microsoft.graph.application";
  const shown = { "@odata.type": type, id: registration, displayName: "Tenders" };
  expect((await call(`GET ${path}`, app)).body).toMatchObject(shown);
  const byIds = (types: string[]) =>
    call("POST /directoryObjects/getByIds", app, { body: { ids: [registration, anna.userId], types } });
  expect((await byIds(["application"])).body.value).toEqual([expect.objectContaining(shown)]);
  expect((await byIds(["user"])).body.value).toHaveLength(1);
  const herself = await contoso.userToken(anna, ["User.Read"]);
  const [hidden] = (await call("GET /me/ownedObjects/microsoft.graph.application", herself)).body.value;
  expect(hidden).toMatchObject({ id: registration, displayName: null });
  expect((await call(`DELETE /applications/${registration}`, app)).status).toBe(204);
  expect((await call(`GET ${path}`, app)).status).toBe(404);
  expect(await ids(`/users/${anna.userId}/ownedObjects`)).toEqual([group]);
});
