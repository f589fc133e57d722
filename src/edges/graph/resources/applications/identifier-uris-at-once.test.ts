import { expect, it } from "vitest";
import { graphStage } from "../../../../../test/support/graph-stage.ts";

const { call, organisation } = await graphStage();

it("an identifier URI goes to one application of an organisation only, however many ask at once", async () => {
  const contoso = await organisation("Contoso", "contoso");
  const token = await contoso.appToken(["Application.ReadWrite.All"]);
  const create = (body: object) =>
    call("POST /applications", token, { body: { displayName: "Tenders", ...body } });
  const [first, second] = [
    ["api://one", "api://two"],
    ["api://two", "api://one"],
  ];
  const made = await Promise.all(
    [first, second, first, second].map((identifierUris) => create({ identifierUris })),
  );
  expect(made.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);

  const [one, other] = [(await create({})).body.id, (await create({})).body.id];
  const body = { identifierUris: ["api://three"] };
  const changed = await Promise.all(
    [one, other].map((id) => call(`PATCH /applications/${id}`, token, { body })),
  );
  expect(changed.map(({ status }) => status).sort()).toEqual([204, 400]);
  const refused = changed.find(({ status }) => status === 400);
  expect(refused?.body.error.details[0]).toMatchObject({ code: "ObjectConflict", target: "identifierUris" });
});
