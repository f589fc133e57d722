import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";

const { machine, call, organisation } = await graphStage();
let token: string;
const eventual = { headers: { consistencylevel: "eventual" } };

beforeAll(async () => {
  const contoso = await organisation("Contoso", "contoso");
  token = await contoso.appToken(["Group.Read.All"]);
  const { tenantId } = contoso.tenant;
  for (const [displayName, description] of [
    ["Tender team", "Writes tenders"],
    ["Board", "Reads what the team writes"],
    ["Éco-Team", undefined],
    ["steam engines", undefined],
  ] as const)
    accepted(
      await createGroup(machine, byOperator, {
        tenantId,
        displayName,
        ...(description === undefined ? {} : { description }),
      }),
    );
});

const list = (query: string, options = {}) => call(`GET /groups?${query}`, token, options);
const names = (answer: GraphAnswer): string[] =>
  answer.body.value.map((group: { displayName: string }) => group.displayName).sort();

describe("GET /groups", () => {
  it.each([
    ["displayName eq 'BOARD'", ["Board"]],
    ["startswith(displayName,'t')", ["Tender team"]],
    [
      "securityEnabled eq true and mailEnabled eq false",
      ["Board", "Tender team", "steam engines", "Éco-Team"],
    ],
    ["groupTypes/any(c:c eq 'Unified')", []],
    ["displayName in ('Board','nobody')", ["Board"]],
    ["createdDateTime le 2026-01-01T00:00:00Z", []],
  ])("filters by %s", async (filter, expected) => {
    const answer = await list(`$filter=${encodeURIComponent(filter)}`);
    expect(names(answer), answer.text).toEqual(expected);
  });

  it.each([
    ["description eq null", ["steam engines", "Éco-Team"]],
    ["not(startswith(displayName,'t'))", ["Board", "steam engines", "Éco-Team"]],
    ["groupTypes/$count eq 0 and displayName ne 'Board'", ["Tender team", "steam engines", "Éco-Team"]],
    ["groupTypes/$count ge 0.5", []],
  ])("filters by %s for those who bear late answers", async (filter, expected) => {
    const query = `$count=true&$filter=${encodeURIComponent(filter)}`;
    const refused = await list(query);
    expect([refused.status, refused.body.error.code]).toEqual([400, "Request_UnsupportedQuery"]);
    const answer = await list(query, eventual);
    expect([names(answer), answer.body["@odata.count"]]).toEqual([expected, expected.length]);
  });

  it.each([
    ['"displayName:team"', ["Tender team", "Éco-Team"]],
    ['"displayName:TEN tea"', ["Tender team"]],
    ['"displayName:éco"', ["Éco-Team"]],
    ['"displayName:!!!"', []],
    ['"displayName:board" OR "description:tenders"', ["Board", "Tender team"]],
    ['"displayName:team" AND "description:writes"', ["Tender team"]],
  ])("searches for %s by words", async (search, expected) => {
    const query = `$search=${encodeURIComponent(search)}`;
    const refused = await list(query);
    expect([refused.status, refused.body.error.code]).toEqual([400, "Request_UnsupportedQuery"]);
    expect(names(await list(query, eventual))).toEqual(expected);
  });

  it.each([
    "$orderby=displayName desc",
    '$search="displayName:team"',
    "$count=true&$orderby=createdDateTime",
  ])("pages through all of them, each once: %s", async (query) => {
    const whole = (await list(query, eventual)).body.value;
    const seen: unknown[] = [];
    let next: string | undefined = `/groups?${query}&$top=1`;
    while (next !== undefined) {
      const answer: GraphAnswer = await call(`GET ${next}`, token, seen.length === 0 ? eventual : {});
      expect(answer.status, answer.text).toBe(200);
      seen.push(...answer.body.value);
      next = answer.body["@odata.nextLink"]?.slice("http://localhost:8080/v1.0".length);
    }
    expect(seen).toEqual(whole);
  });

  it("takes the names of options in any spelling", async () => {
    const answer = await list("%24SELECT=id&filter=displayName eq 'Board'&$format=json");
    expect(answer.body.value, answer.text).toEqual([{ id: expect.any(String) }]);
    expect(answer.body["@odata.context"]).toBe("http://localhost:8080/v1.0/$metadata#groups(id)");
  });

  it("says what it does not offer", async () => {
    for (const query of [
      "$orderby=description",
      "$expand=members",
      "$filter=visibility eq 'x'",
      '$search="mail:x"',
      "$search=team",
      "$skip=1",
    ]) {
      const answer = await list(query, eventual);
      expect([query, answer.status], answer.text).toEqual([query, 400]);
    }
  });

  it("counts as plain text", async () => {
    const query = "GET /groups/$count?$filter=startswith(displayName,'s')";
    expect((await call(query, token)).status).toBe(400);
    expect((await call(query, token, eventual)).text).toBe("1");
  });
});
