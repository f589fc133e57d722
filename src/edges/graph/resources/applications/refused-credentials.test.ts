import { expect, it } from "vitest";
import { graphStage } from "../../../../../test/support/graph-stage.ts";

const { call, organisation } = await graphStage();

it("says where credentials are changed instead", async () => {
  const contoso = await organisation("Contoso", "contoso");
  const token = await contoso.appToken(["Application.ReadWrite.All"]);
  const { id, appId } = (await call("POST /applications", token, { body: { displayName: "Tenders" } })).body;
  const principal = (await call("POST /servicePrincipals", token, { body: { appId } })).body.id;
  const instead = async (operation: string) => {
    const answer = await call(`POST ${operation}`, token, { body: { proof: "eyJ" } });
    expect(answer.status, answer.text).toBe(400);
    const [detail] = answer.body.error.details;
    expect(detail.code).toBe("OperationUnsupported");
    return detail.message;
  };
  for (const operation of ["addKey", "removeKey"])
    expect(await instead(`/applications/${id}/${operation}`)).toContain("keyCredentials");
  for (const operation of ["addPassword", "removePassword", "addKey", "removeKey"])
    expect(await instead(`/servicePrincipals/${principal}/${operation}`)).toContain(`(appId='${appId}')`);
  const reader = await contoso.appToken(["Application.Read.All"]);
  expect((await call(`POST /applications/${id}/addKey`, reader, { body: {} })).status).toBe(403);
});
