import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { startNameServer } from "../../../../../test/support/name-server.ts";
import { openNameService } from "../../../../platform/names/name-service.ts";

const server = await startNameServer();
afterAll(() => server.close());
const { call, machine, organisation } = await graphStage({ names: openNameService([server.address]) });
const permissions = ["Domain.ReadWrite.All"];
let contoso: GraphTenant;
let fabrikam: GraphTenant;
let token = "";
let tokenOfFabrikam = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  token = await contoso.userToken(await contoso.member("admin", "domain-name-administrator"), permissions);
  tokenOfFabrikam = await fabrikam.appToken(permissions);
});

const add = (id: string, caller = token) => call("POST /domains", caller, { body: { id } });
const verify = (name: string, caller = token) => call(`POST /domains/${name}/verify`, caller, { body: {} });

async function textFor(name: string, caller = token): Promise<string> {
  const { body } = await call(`GET /domains/${name}/verificationDnsRecords`, caller);
  expect(body.value).toMatchObject([{ recordType: "Txt", label: name }]);
  return body.value[0].text;
}

describe("domains", () => {
  it("are there from the start: the initial one, and those whose owner was known", async () => {
    const { body } = await call("GET /domains?$select=id,isInitial,isDefault,isVerified", token);
    expect(body.value).toEqual([
      { id: "contoso.guesthouse.internal", isInitial: true, isDefault: false, isVerified: true },
      { id: "contoso.example", isInitial: false, isDefault: true, isVerified: true },
    ]);
    const records = await call("GET /domains/contoso.example/verificationDnsRecords", token);
    expect(records.body.value).toEqual([]);
    const found = await call("GET /domains?$filter=isDefault eq true&$select=id", token);
    expect(found.body.value).toEqual([{ id: "contoso.example" }]);
  });

  it("are added, proved by their TXT record, made the default and removed", async () => {
    const added = await add("Wingtip.Example");
    expect([added.status, added.body.id, added.body.isVerified]).toEqual([201, "wingtip.example", false]);
    expect((await verify("wingtip.example")).body.error.details[0].code).toBe("TxtRecordMissing");
    server.records.set("wingtip.example", ["v=spf1 -all", "guesthouse-verification=0000"]);
    expect((await verify("wingtip.example")).body.error.details[0].code).toBe("TxtRecordWrong");
    const early = await call("PATCH /domains/wingtip.example", token, { body: { isDefault: true } });
    expect([early.status, early.body.error.details[0].code]).toEqual([400, "DomainNotVerified"]);

    server.records.set("wingtip.example", ["v=spf1 -all", await textFor("wingtip.example")]);
    const verified = await verify("wingtip.example");
    expect([verified.status, verified.body.isVerified]).toEqual([200, true]);
    server.records.delete("wingtip.example");
    expect((await verify("wingtip.example")).body.isVerified).toBe(true);

    const change = { body: { isDefault: true } };
    expect((await call("PATCH /domains/wingtip.example", token, change)).status).toBe(204);
    const refused = await call("DELETE /domains/wingtip.example", token);
    expect([refused.status, refused.body.error.details[0].code]).toEqual([400, "DomainDefault"]);
    expect((await call("PATCH /domains/contoso.example", token, change)).status).toBe(204);
    expect((await call("DELETE /domains/wingtip.example", token)).status).toBe(204);
    expect((await call("GET /domains/wingtip.example", token)).status).toBe(404);

    const log = await machine.database.selectFrom("auditEvent").selectAll().execute();
    const ofDomain = log.filter(({ targetName }) => targetName === "wingtip.example");
    expect(ofDomain.map(({ activity, reason }) => reason ?? activity)).toEqual([
      "domain-added",
      "txt-record-missing",
      "txt-record-wrong",
      "domain-verified",
      "default-domain-changed",
      "domain-removed",
    ]);
  });

  it("stay while user names are in them, and the initial one for ever", async () => {
    await add("spare.example");
    server.records.set("spare.example", [await textFor("spare.example")]);
    await verify("spare.example");
    await call("PATCH /domains/spare.example", token, { body: { isDefault: true } });
    const used = await call("DELETE /domains/contoso.example", token);
    expect([used.status, used.body.error.details[0].code]).toEqual([400, "DomainInUse"]);
    const initial = await call("DELETE /domains/contoso.guesthouse.internal", token);
    expect([initial.status, initial.body.error.details[0].code]).toEqual([400, "DomainInitial"]);
  });

  it("belong to the one organisation that proved them, which nobody else finds out without proof", async () => {
    await add("shared.example");
    expect((await add("shared.example", tokenOfFabrikam)).status).toBe(201);
    const ours = await textFor("shared.example");
    server.records.set("shared.example", [ours]);
    // What proves it for one organisation proves nothing for another one.
    expect((await verify("shared.example", tokenOfFabrikam)).body.error.details[0].code).toBe(
      "TxtRecordWrong",
    );
    server.records.set("shared.example", [ours, await textFor("shared.example", tokenOfFabrikam)]);
    const both = await Promise.all([verify("shared.example"), verify("shared.example", tokenOfFabrikam)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    expect(both.find(({ status }) => status === 400)?.body.error.details[0].code).toBe(
      "DomainOfAnotherTenant",
    );
  });

  it("are refused where they can be no domain of anybody, or are there already", async () => {
    for (const id of ["localhost", "a b.example", "x".repeat(300), "", "contoso.example:8080"])
      expect((await add(id)).status, id).toBe(400);
    expect((await add("fabrikam.guesthouse.internal")).body.error.details[0].code).toBe("DomainReserved");
    expect((await add("contoso.example")).body.error.details[0].code).toBe("DomainExists");
    const more = { id: "more.example", isVerified: true };
    expect((await call("POST /domains", token, { body: more })).status).toBe(400);
    expect((await call("PATCH /domains/contoso.example", token, { body: { isDefault: false } })).status).toBe(
      400,
    );
  });

  it("are changed by those with a say only, and read by whoever is permitted", async () => {
    const reader = await contoso.userToken(await contoso.member("reader", "user-administrator"), permissions);
    expect((await add("other.example", reader)).body.error.details[0].code).toBe("MissingDirectoryRole");
    expect((await verify("contoso.example", reader)).status).toBe(403);
    expect((await call("DELETE /domains/contoso.example", reader)).status).toBe(403);
    expect((await call("GET /domains/contoso.example", reader)).status).toBe(200);
  });

  it("wait where no name server answers", async () => {
    const silent = await graphStage({ names: openNameService(["127.0.0.1:1"]) });
    const alone = await silent.organisation("Alone", "alone");
    const caller = await alone.appToken(permissions);
    await silent.call("POST /domains", caller, { body: { id: "quiet.example" } });
    const answer = await silent.call("POST /domains/quiet.example/verify", caller, { body: {} });
    expect([answer.status, answer.body.error.details[0].code]).toEqual([503, "NamesUnreachable"]);
  });
});
