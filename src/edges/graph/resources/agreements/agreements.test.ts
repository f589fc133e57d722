import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { byOperator } from "../../../../../test/support/test-machine.ts";
import { answerAgreement } from "../../../../domain/agreements/answer-agreement.ts";
import { findUser } from "../../../../domain/directory/find-user.ts";
import type { AgreementFileId } from "../../../../foundation/identifiers.ts";

const { call, machine, organisation } = await graphStage();
const agreements = "/identityGovernance/termsOfUse/agreements";
const permissions = [
  "Agreement.ReadWrite.All",
  "AgreementAcceptance.Read.All",
  "Policy.ReadWrite.ConditionalAccess",
];
let contoso: GraphTenant;
let token = "";
let foreign = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  const fabrikam = await organisation("Fabrikam", "fabrikam");
  token = await contoso.userToken(await contoso.member("admin", "security-administrator"), permissions);
  foreign = await fabrikam.userToken(await fabrikam.member("admin", "global-administrator"), permissions);
});

const encoded = (text: string | Buffer) => ({ data: Buffer.from(text).toString("base64") });
const file = (more: object = {}) => ({
  ...{ fileName: "TOU.pdf", language: "en", isDefault: true, fileData: encoded("%PDF-1.7 words") },
  ...more,
});
const terms = (more: object = {}) => ({
  displayName: "Guest terms",
  isViewingBeforeAcceptanceRequired: true,
  files: [file()],
  ...more,
});
const make = (body: object) => call(`POST ${agreements}`, token, { body });

describe("terms of use", () => {
  it("are made, read, changed and taken away in the wire's words", async () => {
    const made = await make(
      terms({
        termsExpiration: { startDateTime: "2026-06-01T00:00:00Z", frequency: "P90D" },
        userReacceptRequiredFrequency: "P1Y2M",
      }),
    );
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        ...{ displayName: "Guest terms", isViewingBeforeAcceptanceRequired: true },
        isPerDeviceAcceptanceRequired: false,
        termsExpiration: { startDateTime: "2026-06-01T00:00:00.000Z", frequency: "P90D" },
        userReacceptRequiredFrequency: "P14M",
      },
    ]);
    const one = `${agreements}/${made.body.id}`;
    const change = { displayName: "House rules", isViewingBeforeAcceptanceRequired: false };
    expect((await call(`PATCH ${one}`, token, { body: change })).status).toBe(204);
    expect((await call(`GET ${one}`, token)).body).toMatchObject(change);
    const found = await call(`GET ${agreements}?$filter=displayName eq 'House rules'`, token);
    expect(found.body.value).toHaveLength(1);
    expect((await call(`DELETE ${one}`, token)).status).toBe(204);
    expect((await call(`GET ${one}`, token)).status).toBe(404);
  });

  it("take documents as localizations, and further languages and versions, of which the old ones stay", async () => {
    const localizations = [file(), file({ language: "de-DE", isDefault: false, displayName: "Bedingungen" })];
    const made = await make(terms({ files: undefined, file: { localizations } }));
    expect(made.status).toBe(201);
    const one = `${agreements}/${made.body.id}`;
    const listed = await call(`GET ${one}/file/localizations`, token);
    expect(listed.body.value).toMatchObject([
      { language: "en", isDefault: true, displayName: "Guest terms" },
      { language: "de-de", isDefault: false, displayName: "Bedingungen" },
    ]);
    expect(listed.body.value[0]).not.toHaveProperty("fileData");
    const [first] = listed.body.value;
    const newer = {
      ...file({ fileData: encoded("Close the door."), isMajorVersion: true }),
      isDefault: false,
    };
    const added = await call(`POST ${one}/files`, token, { body: newer });
    expect([added.status, added.body]).toMatchObject([201, { isDefault: true, isMajorVersion: true }]);
    expect((await call(`GET ${one}/file`, token)).body.id).toBe(added.body.id);
    expect((await call(`GET ${one}/files`, token)).body.value).toHaveLength(2);
    const old = await call(`GET ${one}/files/${first.id}`, token);
    expect(old.body.fileData).toEqual(encoded("%PDF-1.7 words"));
  });

  it.each<[string, object, string]>([
    ["acceptance by device", terms({ isPerDeviceAcceptanceRequired: true }), "isPerDeviceAcceptanceRequired"],
    ["no document", terms({ files: [] }), "files"],
    ["no default document", terms({ files: [file({ isDefault: false })] }), "files"],
    ["two defaults", terms({ files: [file(), file({ language: "fr" })] }), "files"],
    ["a language twice", terms({ files: [file(), file({ isDefault: false })] }), "files/language"],
    ["documents in two places", terms({ file: { localizations: [file()] } }), "files"],
    [
      "a web page",
      terms({ files: [file({ fileData: encoded(Buffer.from([0xff, 0xfe, 0x00])) })] }),
      "files/fileData",
    ],
    ["what is no base64", terms({ files: [file({ fileData: { data: "%" } })] }), "files/0/fileData/data"],
    [
      "a huge document",
      terms({ files: [file({ fileData: encoded("a".repeat(716_801)) })] }),
      "files/fileData",
    ],
    ["hours", terms({ userReacceptRequiredFrequency: "PT5H" }), "userReacceptRequiredFrequency"],
    ["no time at all", terms({ userReacceptRequiredFrequency: "P0D" }), "userReacceptRequiredFrequency"],
    ["what is no language", terms({ files: [file({ language: "klingon!" })] }), "files/0/language"],
  ])("refuse %s by name", async (_what, body, target) => {
    const refused = await make(body);
    expect([refused.status, refused.body.error.details[0].target]).toEqual([400, target]);
  });

  it("stay while a policy asks for them, and policies ask only for those that are there", async () => {
    const made = await make(terms());
    const policy = (id: string) => ({
      ...{ displayName: "Terms first", state: "enabled" },
      conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
      grantControls: { operator: "OR", builtInControls: [], termsOfUse: [id] },
    });
    const policies = "/identity/conditionalAccess/policies";
    const using = await call(`POST ${policies}`, token, { body: policy(made.body.id) });
    expect([using.status, using.body.grantControls.termsOfUse]).toEqual([201, [made.body.id]]);
    expect((await call(`DELETE ${agreements}/${made.body.id}`, token)).status).toBe(409);
    expect((await call(`POST ${policies}`, foreign, { body: policy(made.body.id) })).status).toBe(400);
    await call(`DELETE ${policies}/${using.body.id}`, token);
    expect((await call(`DELETE ${agreements}/${made.body.id}`, token)).status).toBe(204);
  });

  it("are not another organisation's to see or touch", async () => {
    const made = await make(terms());
    const one = `${agreements}/${made.body.id}`;
    for (const operation of [`GET ${one}`, `GET ${one}/files`, `GET ${one}/acceptances`, `DELETE ${one}`])
      expect((await call(operation, foreign)).status, operation).toBe(404);
    expect((await call(`PATCH ${one}`, foreign, { body: { displayName: "Ours" } })).status).toBe(404);
    expect((await call(`POST ${one}/files`, foreign, { body: file() })).status).toBe(404);
  });
});

describe("acceptances", () => {
  it("are seen by administrators, and by people of themselves alone", async () => {
    const made = await make(terms({ userReacceptRequiredFrequency: "P30D" }));
    const one = `${agreements}/${made.body.id}`;
    const { id } = (await call(`GET ${one}/file`, token)).body;
    const { userId } = await contoso.member("mia");
    const user = await findUser(machine.database, contoso.tenant.tenantId, userId);
    if (!user) throw new Error("Mia is there");
    await answerAgreement(machine, byOperator, { user, fileId: id as AgreementFileId, state: "declined" });
    await answerAgreement(machine, byOperator, { user, fileId: id as AgreementFileId, state: "accepted" });
    const seen = await call(`GET ${one}/acceptances?$filter=state eq 'accepted'`, token);
    expect(seen.body.value).toMatchObject([
      {
        ...{ agreementId: made.body.id, agreementFileId: id, userId, state: "accepted", deviceId: null },
        expirationDateTime: expect.any(String),
      },
    ]);
    const own = await contoso.userToken(user, ["AgreementAcceptance.Read"]);
    expect((await call("GET /me/agreementAcceptances", own)).body.value).toHaveLength(2);
    const other = await contoso.userToken(await contoso.member("otto"), ["AgreementAcceptance.Read"]);
    expect((await call(`GET /users/${userId}/agreementAcceptances`, other)).status).toBe(403);
    expect((await call(`GET ${one}/acceptances`, other)).status).toBe(403);
    expect((await call(`GET /users/${userId}/agreementAcceptances`, token)).body.value).toHaveLength(2);
  });
});
