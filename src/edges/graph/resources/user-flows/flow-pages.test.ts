import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";

const stage = await graphStage();
const flow = "/identity/b2xUserFlows/B2X_1_Partner";
const french = `${flow}/languages/fr`;
const own = `${french}/overridesPages/selfasserted1_1/$value`;
let contoso: GraphTenant;
let token: string;
let size: string;

const call = (operation: string, body?: object | string) =>
  stage.call(operation, token, body ? { body } : {});
const text = (StringId: string, Value: string, more: object = {}) => ({
  ...{ ElementType: "UxElement", ElementId: null, StringId, Override: true, Value },
  ...more,
});
const label = (ElementId: string, Value: string) =>
  text("DisplayName", Value, { ElementType: "ClaimType", ElementId });

beforeAll(async () => {
  contoso = await stage.organisation("Contoso", "contoso");
  token = await contoso.appToken(["IdentityUserFlow.ReadWrite.All", "AuditLog.Read.All"]);
  await call("POST /identity/b2xUserFlows", { id: "Partner" });
  size = (await call("POST /identity/userFlowAttributes", { displayName: "Size", dataType: "string" })).body
    .id;
  const choices = ["small", "large"].map((name) => ({ name, value: name }));
  for (const asked of [
    { userAttribute: { id: size }, userInputType: "radioSingleSelect", userAttributeValues: choices },
    { userAttribute: { id: "City" } },
  ])
    expect((await call(`POST ${flow}/userAttributeAssignments`, asked)).status).toBe(201);
});

describe("the pages of a flow in a language", () => {
  it("are listed, and tell all they say", async () => {
    const pages = (await call(`GET ${french}/defaultPages`)).body.value as { id: string }[];
    expect(pages.map(({ id }) => id)).toEqual([
      ...[
        "idpselections",
        "check",
        "agree",
        "selfasserted1_1",
        "sendcode",
        "code",
        "address",
        "waiting",
        "denied",
        "blocked",
        "refused",
      ],
    ]);
    expect((await call(`GET ${french}/overridesPages`)).body.value).toEqual(
      pages.filter(({ id }) => id !== "agree"),
    );
    expect((await call(`GET ${french}/defaultPages/SelfAsserted1_1`)).body.id).toBe("selfasserted1_1");
    const { body } = await call(`GET ${french}/defaultPages/selfasserted1_1/$value`);
    expect(body.LocalizedStrings).toContainEqual({
      ...{ ElementType: "UxElement", ElementId: null, StringId: "heading", Override: false },
      Value: "Vos informations pour {organisation}",
    });
    expect(body.LocalizedStrings).toContainEqual({
      ...{ ElementType: "ClaimType", ElementId: "City", StringId: "DisplayName", Override: false },
      Value: "Ville",
    });
    expect(
      body.LocalizedStrings.some((one: { ElementType: string }) => one.ElementType === "ErrorMessage"),
    ).toBe(true);
    expect(body.LocalizedCollections).toEqual([
      {
        ...{ ElementType: "ClaimType", ElementId: "extension_Size", TargetCollection: "Restriction" },
        Override: false,
        Items: [
          { Name: "small", Value: "small" },
          { Name: "large", Value: "large" },
        ],
      },
    ]);
    for (const missing of ["defaultPages/none", "overridesPages/constructor", "defaultPages/none/$value"])
      expect((await call(`GET ${french}/${missing}`)).status, missing).toBe(404);
    expect((await call(`GET ${flow}/languages/tlh/defaultPages`)).status).toBe(404);
  });

  it("take other words, and give them back to be changed", async () => {
    expect((await call(`GET ${own}`)).body).toEqual({ LocalizedStrings: [], LocalizedCollections: [] });
    const written = {
      LocalizedStrings: [
        text("heading", "Bienvenue chez {organisation}"),
        text("Missing", "Il manque quelque chose.", { ElementType: "ErrorMessage" }),
        label("extension_Size", "Taille"),
        // What does not want to change anything may be anything.
        text("no-such-text", "", { Override: false }),
      ],
      LocalizedCollections: [
        {
          ...{ ElementType: "ClaimType", ElementId: size, TargetCollection: "Restriction", Override: true },
          Items: [{ Name: "Grande", Value: "large" }],
        },
      ],
    };
    expect((await call(`PUT ${own}`, written)).status).toBe(204);
    const { body } = await call(`GET ${own}`);
    expect(body.LocalizedStrings.map((one: { Value: string }) => one.Value)).toEqual([
      ...["Bienvenue chez {organisation}", "Il manque quelque chose.", "Taille"],
    ]);
    expect(body.LocalizedCollections[0]).toMatchObject({
      ElementId: "extension_Size",
      Items: [{ Name: "Grande", Value: "large" }],
    });
    // As the client libraries send it.
    const again = await stage.call(`PUT ${own}`, token, {
      body: JSON.stringify(body),
      headers: { "content-type": "application/octet-stream" },
    });
    expect(again.status).toBe(204);
    expect((await call(`GET ${own}`)).body).toEqual(body);
    // One language says nothing of another.
    const german = `${flow}/languages/de/overridesPages/selfasserted1_1/$value`;
    expect((await call(`GET ${german}`)).body.LocalizedStrings).toEqual([]);
    const { value } = (await call("GET /auditLogs/directoryAudits")).body;
    expect(JSON.stringify(value)).toContain("Bienvenue chez");
  });

  it("refuse what would break them or says to what people agree, and name it", async () => {
    const refused = async (entry: object, page = "selfasserted1_1") => {
      const answer = await call(`PUT ${french}/overridesPages/${page}/$value`, { LocalizedStrings: [entry] });
      return [answer.status, answer.body.error.details[0].code, answer.body.error.details[0].target];
    };
    expect(await refused(text("headline", "x"))).toEqual([400, "text-unknown", "headline"]);
    expect(await refused(label("Surname", "x"))).toEqual([400, "text-unknown", "Surname/DisplayName"]);
    expect(await refused(text("heading", "{organization}"))).toEqual([
      ...[400, "text-parameter-unknown", "heading"],
    ]);
    expect(await refused(text("heading", "{"))).toEqual([400, "text-not-a-message", "heading"]);
    expect(await refused(text("heading", "x".repeat(601)))).toEqual([400, "text-too-long", "heading"]);
    expect(await refused(text("intro", "Nothing."), "check")).toEqual([400, "text-protected", "intro"]);
    const agree = { LocalizedStrings: [text("sees", "Nothing.")] };
    expect((await call(`PUT ${french}/overridesPages/agree/$value`, agree)).status).toBe(404);
    for (const wrong of [
      { LocalizedStrings: [{ ...text("heading", "x"), ElementType: "Script" }] },
      { LocalizedStrings: [{ StringId: "heading" }] },
      { Texts: [] },
    ])
      expect((await call(`PUT ${own}`, wrong)).status, JSON.stringify(wrong)).toBe(400);
    expect((await stage.call(`PUT ${own}`, token, { body: "[", headers: {} })).status).toBe(400);
    const plain = { body: "{}", headers: { "content-type": "text/plain" } };
    expect((await stage.call(`PUT ${own}`, token, plain)).status).toBe(415);
    // Nothing of it has changed anything.
    expect((await call(`GET ${own}`)).body.LocalizedStrings).toHaveLength(3);
  });

  it("pass over texts for questions that are not asked any more", async () => {
    expect((await call(`DELETE ${flow}/userAttributeAssignments/${size}`)).status).toBe(204);
    const { body } = await call(`GET ${own}`);
    expect(JSON.stringify(body)).not.toContain("Taille");
    expect((await call(`PUT ${own}`, body)).status).toBe(204);
  });

  it("say what they said before when the words are taken away", async () => {
    expect((await call(`DELETE ${own}`)).status).toBe(204);
    expect((await call(`GET ${own}`)).body.LocalizedStrings).toEqual([]);
  });

  it("are for those who may manage flows", async () => {
    const reader = await contoso.appToken(["IdentityUserFlow.Read.All"]);
    expect((await stage.call(`GET ${own}`, reader)).status).toBe(200);
    expect((await stage.call(`PUT ${own}`, reader, { body: {} })).status).toBe(403);
    const nobody = await contoso.userToken(await contoso.member("nils"), ["IdentityUserFlow.ReadWrite.All"]);
    expect((await stage.call(`PUT ${own}`, nobody, { body: {} })).status).toBe(403);
    const fabrikam = await stage.organisation("Fabrikam", "fabrikam");
    const other = await fabrikam.appToken(["IdentityUserFlow.ReadWrite.All"]);
    expect((await stage.call(`GET ${own}`, other)).status).toBe(404);
    expect((await stage.call(`PUT ${own}`, other, { body: {} })).status).toBe(404);
  });
});
