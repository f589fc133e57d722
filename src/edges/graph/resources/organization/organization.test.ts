import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";

const { call, machine, organisation } = await graphStage();
const permissions = ["Organization.ReadWrite.All"];
let contoso: GraphTenant;
let token = "";
let id = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  await organisation("Fabrikam", "fabrikam");
  id = contoso.tenant.tenantId;
  token = await contoso.userToken(await contoso.member("admin", "global-administrator"), permissions);
});

const read = async (key = id) => (await call(`GET /organization/${key}`, token)).body;
const change = (body: object, caller = token) => call(`PATCH /organization/${id}`, caller, { body });

describe("the organization", () => {
  it("is the caller's own, by id in any case of letters and by the alias adfs", async () => {
    for (const key of [id.toUpperCase(), "adfs"]) expect((await read(key)).id).toBe(id);
    expect((await call(`GET /organization('${id}')`, token)).body.id).toBe(id);
    expect((await call("GET /organization/common", token)).status).toBe(404);
  });

  it("changes what it says of itself, part by part, and the log says so", async () => {
    const profile = {
      contactEmail: "privacy@contoso.example",
      statementUrl: "https://contoso.example/privacy",
    };
    const mails = ["ops@contoso.example", "noc@contoso.example"];
    const changed = await change({
      "@odata.type": "#microsoft.graph.organization",
      displayName: "Contoso Group",
      preferredLanguage: "de",
      privacyProfile: profile,
      technicalNotificationMails: mails,
    });
    expect(changed.status, changed.text).toBe(204);
    expect(await read()).toMatchObject({
      displayName: "Contoso Group",
      preferredLanguage: "de",
      privacyProfile: profile,
      technicalNotificationMails: mails,
    });
    expect((await change({ privacyProfile: { contactEmail: null } })).status).toBe(204);
    expect((await read()).privacyProfile).toEqual({ ...profile, contactEmail: null });
    expect((await change({})).status).toBe(204);
    const [first] = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("activity", "=", "tenant-changed")
      .execute();
    expect(first?.details).toMatchObject({
      changed: { displayName: { from: "Contoso", to: "Contoso Group" } },
    });
  });

  it.each([
    [{ city: "Berlin" }, "UnknownProperty", "city"],
    [{ displayName: "" }, "InvalidValue", "displayName"],
    [{ displayName: "two\nlines" }, "InvalidValue", "displayName"],
    [
      { privacyProfile: { statementUrl: "javascript:alert(1)" } },
      "InvalidValue",
      "privacyProfile/statementUrl",
    ],
    [{ privacyProfile: { phone: "1" } }, "UnknownProperty", "privacyProfile/phone"],
    [{ technicalNotificationMails: ["nobody"] }, "InvalidValue", "technicalNotificationMails/0"],
    [{ preferredLanguage: "../de" }, "InvalidValue", "preferredLanguage"],
  ])("refuses %j", async (body, code, target) => {
    const refused = await change(body);
    expect([
      refused.status,
      refused.body.error.details[0].code,
      refused.body.error.details[0].target,
    ]).toEqual([400, code, target]);
  });

  it("is changed by its Global Administrator and by applications that may, and by nobody else", async () => {
    const other = await contoso.userToken(await contoso.member("user", "user-administrator"), permissions);
    expect((await change({ displayName: "Mine" }, other)).body.error.details[0].code).toBe(
      "MissingDirectoryRole",
    );
    expect((await change({ displayName: "Contoso" }, await contoso.appToken(permissions))).status).toBe(204);
  });
});
