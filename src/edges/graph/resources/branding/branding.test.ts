import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { picture } from "../../../../../test/support/picture.ts";

const { call, machine, organisation } = await graphStage();
const permissions = ["OrganizationalBranding.ReadWrite.All"];
let contoso: GraphTenant;
let token = "";
let path = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  token = await contoso.userToken(
    await contoso.member("brander", "organizational-branding-administrator"),
    permissions,
  );
  path = `/organization/${contoso.tenant.tenantId}/branding`;
});

const read = async (locale?: string) =>
  (await call(`GET ${path}${locale ? `/localizations/${locale}` : ""}`, token)).body;
const details = (answer: { readonly body: { error: { details: { code: string; target?: string }[] } } }) =>
  answer.body.error.details.map(({ code, target }) => [code, target]);

describe("the branding of an organisation", () => {
  it("is none at first, comes by the first change and holds for every language", async () => {
    expect((await call(`GET ${path}`, token)).status).toBe(404);
    const changed = await call(`PATCH ${path}`, token, {
      body: {
        backgroundColor: "#1B6B5C",
        signInPageText: "Welcome\nto Contoso",
        usernameHintText: "you@company",
        loginPageLayoutConfiguration: { layoutTemplateType: "verticalSplit" },
      },
    });
    expect(changed.status, changed.text).toBe(204);
    expect(await read()).toMatchObject({
      id: "0",
      backgroundColor: "#1b6b5c",
      signInPageText: "Welcome\nto Contoso",
      usernameHintText: "you@company",
      customTermsOfUseUrl: null,
      cdnList: [],
      bannerLogoRelativeUrl: null,
      loginPageLayoutConfiguration: { layoutTemplateType: "verticalSplit" },
    });
    expect((await call(`PATCH ${path}`, token, { body: { usernameHintText: null } })).status).toBe(204);
    expect(await read("default")).toMatchObject({ usernameHintText: null, backgroundColor: "#1b6b5c" });
    expect((await call(`GET ${path}?$select=id,signInPageText`, token)).body).toMatchObject({ id: "0" });
    expect((await call(`GET ${path}?$select=nothing`, token)).status).toBe(400);
  });

  it("can differ by language, each of which there is once", async () => {
    const created = await call(`POST ${path}/localizations`, token, {
      body: { id: "fr-FR", signInPageText: "Bienvenue" },
    });
    expect(created.status, created.text).toBe(201);
    expect(created.body).toMatchObject({ id: "fr-FR", signInPageText: "Bienvenue" });
    const again = await call(`POST ${path}/localizations`, token, { body: { id: "FR-fr" } });
    expect([again.status, details(again)]).toEqual([409, [["LanguageHasBranding", "id"]]]);
    const inFrench = await call(`GET ${path}`, token, { headers: { "accept-language": "fr-FR" } });
    expect(inFrench.body.id).toBe("fr-FR");
    const likeABrowser = { "accept-language": "fr-FR,fr;q=0.9,en;q=0.8" };
    expect((await call(`GET ${path}`, token, { headers: likeABrowser })).body.id).toBe("0");
    const list = await call(`GET ${path}/localizations`, token);
    expect(list.body.value.map(({ id }: { id: string }) => id)).toEqual(["0", "fr-FR"]);
    await call(`PATCH ${path}/localizations/fr-fr`, token, { body: { usernameHintText: " " } });
    expect(await read("fr-FR")).toMatchObject({ usernameHintText: " ", signInPageText: "Bienvenue" });
    expect((await call(`PATCH ${path}/localizations/de`, token, { body: {} })).status).toBe(404);
    expect((await call(`POST ${path}/localizations`, token, { body: { id: "0" } })).status).toBe(400);
    expect((await call(`POST ${path}/localizations`, token, { body: { id: "../x" } })).status).toBe(400);
  });

  it("has pictures, by language or in general", async () => {
    expect((await call(`GET ${path}/bannerLogo`, token)).body).toEqual({});
    for (const address of [`PUT ${path}/bannerLogo`, `PATCH ${path}/squareLogo`]) {
      const sent = await call(address, token, {
        body: picture(240, 36),
        headers: { "content-type": "image/*" },
      });
      expect(sent.status, sent.text).toBe(204);
    }
    const stored = await call(`GET ${path}/localizations/0/bannerLogo`, token);
    expect(stored.headers.get("content-type")).toBe("image/png");
    const { bannerLogoRelativeUrl, cdnList } = await read();
    expect(cdnList).toEqual([new URL(machine.configuration.publicUrl).host]);
    expect(bannerLogoRelativeUrl).toMatch(/^branding\/[0-9a-f-]{36}\/default\/banner-logo\?v=[\w-]{22}$/);
    const put = await call(`PUT ${path}/localizations/fr-FR/favicon`, token, { body: picture(1, 1) });
    expect(put.status).toBe(204);
    expect((await read("fr-FR")).faviconRelativeUrl).toMatch(/\/fr-FR\/favicon/);
    expect((await call(`DELETE ${path}/localizations/fr-FR/favicon`, token)).status).toBe(204);
    expect((await call(`DELETE ${path}/localizations/fr-FR/favicon`, token)).status).toBe(204);
    expect((await read("fr-FR")).faviconRelativeUrl).toBeNull();
    expect((await call(`PUT ${path}/localizations/de/favicon`, token, { body: picture(1, 1) })).status).toBe(
      404,
    );
  });

  it.each<[what: string, name: string, body: Buffer | string, code: string]>([
    ["a drawing", "bannerLogo", "<svg onload='alert(1)'/>", "PictureNotReadable"],
    [
      "a GIF",
      "bannerLogo",
      Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;", "latin1"),
      "PictureNotReadable",
    ],
    ["nothing", "bannerLogo", "", "FileMissing"],
    ["a logo too wide", "bannerLogo", picture(491, 36), "PictureTooLarge"],
    [
      "a logo too heavy",
      "squareLogo",
      Buffer.concat([picture(1, 1), Buffer.alloc(60_000)]),
      "PictureTooLarge",
    ],
    ["a file there is none of", "headerLogo", picture(1, 1), "FileNotOffered"],
    ["a name of the language's own", "__proto__", picture(1, 1), "FileNotOffered"],
    ["a stylesheet that hides", "customCSS", ".ext-title { display: none }", "StylesheetNotTaken"],
    ["a stylesheet too large", "customCSS", `/*${"x".repeat(26_000)}*/`, "StylesheetTooLarge"],
  ])("refuses %s", async (_what, name, body, code) => {
    const refused = await call(`PUT ${path}/${name}`, token, {
      body,
      headers: { "content-type": "image/png" },
    });
    expect([refused.status, details(refused)[0]?.[0]]).toEqual([400, code]);
  });

  it("has a stylesheet within limits, which is read back as it was written", async () => {
    const text = ".ext-sign-in-box { border-radius: 0 }";
    const headers = { "content-type": "text/css" };
    expect((await call(`PUT ${path}/customCSS`, token, { body: text, headers })).status).toBe(204);
    expect((await call(`GET ${path}/customCSS`, token)).text).toBe(text);
  });

  it.each<[body: object, code: string, target: string]>([
    [{ backgroundColor: "red" }, "InvalidValue", "backgroundColor"],
    [{ signInPageText: "x".repeat(1025) }, "InvalidValue", "signInPageText"],
    [{ usernameHintText: "two\nlines" }, "InvalidValue", "usernameHintText"],
    [{ customTermsOfUseUrl: "javascript:alert(1)" }, "InvalidValue", "customTermsOfUseUrl"],
    [{ headerBackgroundColor: "#000000" }, "PropertyNotOffered", "headerBackgroundColor"],
    [{ bannerLogo: "AAAA" }, "PropertyNotOffered", "bannerLogo"],
    [
      { loginPageLayoutConfiguration: { isFooterShown: false } },
      "PropertyNotOffered",
      "loginPageLayoutConfiguration/isFooterShown",
    ],
    [{ colour: "red" }, "UnknownProperty", "colour"],
  ])("refuses %#: $2", async (body, code, target) => {
    const refused = await call(`PATCH ${path}`, token, { body });
    expect([refused.status, details(refused)]).toEqual([400, [[code, target]]]);
  });

  it("is changed by those who may, and the log says so", async () => {
    const member = await contoso.member("member");
    const asMember = await contoso.userToken(member, permissions);
    expect((await call(`GET ${path}`, asMember)).status).toBe(200);
    for (const operation of [
      `PATCH ${path}`,
      `POST ${path}/localizations`,
      `PUT ${path}/favicon`,
      `DELETE ${path}`,
    ])
      expect(
        (await call(operation, asMember, operation.startsWith("DELETE") ? {} : { body: {} })).status,
      ).toBe(403);
    const asApplication = await contoso.appToken(permissions);
    expect((await call(`PATCH ${path}`, asApplication, { body: {} })).status).toBe(204);
    const events = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("activity", "=", "branding-changed")
      .execute();
    const said = events.map((event) => event.details);
    expect(said).toContainEqual(
      expect.objectContaining({
        locale: "default",
        changed: expect.objectContaining({ backgroundColour: { from: null, to: "#1b6b5c" } }),
      }),
    );
    expect(said).toContainEqual(expect.objectContaining({ locale: "default", file: "stylesheet" }));
  });

  it("is removed with everything in it, languages first", async () => {
    const refused = await call(`DELETE ${path}`, token);
    expect([refused.status, details(refused)[0]?.[0]]).toEqual([400, "LocalizationsRemain"]);
    expect((await call(`DELETE ${path}/localizations/fr-FR`, token)).status).toBe(204);
    expect((await call(`DELETE ${path}/localizations/fr-FR`, token)).status).toBe(404);
    expect((await call(`DELETE ${path}`, token)).status).toBe(204);
    expect((await call(`GET ${path}`, token)).status).toBe(404);
    expect((await call(`GET ${path}/bannerLogo`, token)).body).toEqual({});
  });
});
