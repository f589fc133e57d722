import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type ProtocolStage, protocolStage } from "../../../../test/support/protocol-stage.ts";
import {
  postForm,
  type RequestParts,
  readResponse,
  redirectQuery,
  registerSamlApplication,
  requestXml,
} from "../../../../test/support/saml-client.ts";
import { testDatabase } from "../../../../test/support/test-database.ts";
import { testMachine } from "../../../../test/support/test-machine.ts";
import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import { protocolError } from "../rules/protocol-error.ts";
import { type SamlErrorCode, samlErrorTable } from "../rules/saml-error-table.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
machine.setClock(new Date());
let stage: ProtocolStage;
let wiki: ApplicationInTenant;

beforeAll(async () => {
  stage = await protocolStage(machine);
  wiki = await registerSamlApplication(machine, stage.contoso.tenantId);
  await registerSamlApplication(machine, stage.contoso.tenantId, {
    displayName: "Unused",
    identifierUris: ["urn:unused"],
  });
  await registerSamlApplication(machine, stage.contoso.tenantId, {
    displayName: "Strict",
    identifierUris: ["urn:strict"],
    requiresSignedRequests: true,
  });
});

const ask = (query: string, place: string = stage.contoso.tenantId) =>
  stage.app.request(`/${place}/saml2?${query}`);
const asking = (parts: RequestParts) => ask(redirectQuery(requestXml(parts)));
const signOut = (parts: RequestParts = {}) =>
  ask(
    redirectQuery(requestXml({ children: "<saml:NameID>nobody</saml:NameID>", ...parts }, "LogoutRequest")),
  );
const context = (inside: string, more = "") =>
  asking({ children: `<samlp:RequestedAuthnContext${more}>${inside}</samlp:RequestedAuthnContext>` });

/** Errors that need a signature to get at. */
const elsewhere = {
  "saml-destination-wrong": "signed-requests.test.ts",
  "saml-request-expired": "signed-requests.test.ts",
} as const satisfies Partial<Record<SamlErrorCode, string>>;

const provocations: Readonly<
  Record<Exclude<SamlErrorCode, keyof typeof elsewhere>, () => Response | Promise<Response>>
> = {
  "saml-needs-tenant": () => ask(redirectQuery(requestXml()), "common"),
  "saml-message-missing": () => ask("RelayState=x"),
  "saml-message-not-base64": () => ask(`SAMLRequest=${encodeURIComponent("<AuthnRequest/>")}`),
  "saml-message-not-deflated": () => ask(`SAMLRequest=${Buffer.from("<AuthnRequest/>").toString("base64")}`),
  "saml-xml-wrong": () => ask(redirectQuery("<AuthnRequest>")),
  "saml-message-unsupported": () => ask(redirectQuery(requestXml({}, "ArtifactResolve"))),
  "saml-id-invalid": () => asking({ id: "0123" }),
  "saml-application-unknown": () => asking({ issuer: "https://nobody.example" }),
  "saml-binding-unsupported": () =>
    asking({ attributes: { ProtocolBinding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" } }),
  "saml-name-unsupported": () =>
    asking({ children: '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:kerberos"/>' }),
  "saml-context-unsupported": () =>
    context(
      "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef>",
    ),
  "saml-comparison-unsupported": () =>
    context(
      "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>",
      ' Comparison="minimum"',
    ),
  "saml-sign-out-invalid": () => ask(redirectQuery(requestXml({}, "LogoutRequest"))),
  "saml-not-participant": () => {
    stage.useApplication(stage.web);
    return signOut({ issuer: "urn:unused" });
  },
  "saml-session-unknown": () => {
    stage.useApplication(wiki);
    return signOut();
  },
  "saml-sign-out-expired": () => signOut({ attributes: { NotOnOrAfter: "2020-01-01T00:00:00Z" } }),
  "saml-signature-missing": () => asking({ issuer: "urn:strict" }),
  "saml-signature-wrong": () =>
    ask(
      redirectQuery(requestXml({ issuer: "urn:strict" }), {
        SigAlg: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        Signature: "AAAA",
      }),
    ),
  "saml-property-unsupported": () =>
    asking({ children: "<saml:Subject><saml:NameID>ada@contoso.example</saml:NameID></saml:Subject>" }),
};

/** What the application is told by a response instead of a page, and with which status. */
const told: Partial<Readonly<Record<SamlErrorCode, readonly string[]>>> = {
  "saml-name-unsupported": ["Requester", "InvalidNameIDPolicy"],
  "saml-context-unsupported": ["Responder", "NoAuthnContext"],
  "saml-comparison-unsupported": ["Requester", "RequestUnsupported"],
  "saml-property-unsupported": ["Requester", "RequestUnsupported"],
};

const codes = Object.keys(provocations) as (keyof typeof provocations)[];

describe("every error of SAML", () => {
  it.each(codes)("%s is what its message gets", async (code) => {
    const { number } = protocolError({ code });
    const [before = "", after = ""] = samlErrorTable[code].text.split("{detail}");
    const body = (await (await provocations[code]()).json()) as {
      page: string;
      aadsts?: number;
      text?: string;
      fields?: { SAMLResponse: string };
    };
    const statuses = told[code];
    expect(body.page).toBe(statuses ? "form-post" : "error");
    const response = statuses && (await readResponse(body.fields?.SAMLResponse ?? ""));
    expect(response?.statuses).toEqual(statuses);
    const text: string = response ? response.message : `AADSTS${body.aadsts}: ${body.text}`;
    expect(text.startsWith(`AADSTS${number}: ${before}`), text).toBe(true);
    expect(text).toContain(after);
  });

  it.each(Object.entries(elsewhere))("%s is expected in %s", (code, file) => {
    const source = readFileSync(new URL(file, import.meta.url), "utf8");
    expect(source).toContain(String(samlErrorTable[code as SamlErrorCode].number));
  });

  it.each(["SAMLRequest", "RelayState"])("%s twice is refused", async (name) => {
    const query = redirectQuery(requestXml(), { RelayState: "x" });
    const reply = await ask(`${query}&${name}=x`);
    expect(await reply.json()).toMatchObject({ page: "error", aadsts: 9002313 });
  });

  it("an answer and a request at once are refused", async () => {
    const query = redirectQuery(requestXml(), { SAMLResponse: "eA==" });
    expect(await (await ask(query)).json()).toMatchObject({ page: "error", aadsts: 750054 });
  });

  it.each([
    ["too long", "x".repeat(4097)],
    ["with a character that no text has", "x\0"],
  ])("a RelayState %s is refused", async (_what, RelayState) => {
    const reply = await stage.app.request(`/${stage.contoso.tenantId}/saml2`, {
      method: "POST",
      body: postForm(requestXml(), { RelayState }),
    });
    expect(await reply.json()).toMatchObject({ page: "error", aadsts: 90023 });
  });

  it.each(["&#0;", "&#xD800;", "&#7;"])("a name qualifier with %s is refused", async (character) => {
    const policy = `<samlp:NameIDPolicy SPNameQualifier="a${character}b"/>`;
    const body = (await (await asking({ children: policy })).json()) as { aadsts: number };
    // Either the reader of XML takes it for none, or the request is not understood.
    expect([7500525, 75005]).toContain(body.aadsts);
  });

  it("a hint with a character that no text has is refused", async () => {
    const query = redirectQuery(requestXml(), { login_hint: "a\0b" });
    expect(await (await ask(query)).json()).toMatchObject({ page: "error", aadsts: 90023 });
  });

  it("what cannot be known before a person has signed in is told then", async () => {
    stage.signInAs(stage.member);
    const passed = await context(
      "<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>",
    );
    const { fields } = (await passed.json()) as { fields: { SAMLResponse: string } };
    expect((await readResponse(fields.SAMLResponse)).statuses).toEqual(["Success"]);
  });

  it("text that is no UTF-8 is refused", async () => {
    const query = new URLSearchParams({
      SAMLRequest: deflateRawSync(Buffer.from([0xc3, 0x28])).toString("base64"),
    });
    expect(await (await ask(String(query))).json()).toMatchObject({ page: "error", aadsts: 7500525 });
  });
});
