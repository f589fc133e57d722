import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ProtocolStage, protocolStage } from "../../../../test/support/protocol-stage.ts";
import {
  postForm,
  readResponse,
  redirectQuery,
  registerSamlApplication,
  requestXml,
  serviceProvider,
  wikiConsumer,
  wikiEntity,
} from "../../../../test/support/saml-client.ts";
import { testDatabase } from "../../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../../test/support/test-machine.ts";
import { assignAppRole } from "../../../domain/applications/assign-app-role.ts";
import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import { addGroupMember } from "../../../domain/directory/add-group-member.ts";
import { createGroup } from "../../../domain/directory/create-group.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
machine.setClock(new Date());
const { publicUrl } = machine.configuration;
let stage: ProtocolStage;
let wiki: ApplicationInTenant;

beforeAll(async () => {
  stage = await protocolStage(machine);
  wiki = await registerSamlApplication(machine, stage.contoso.tenantId, {
    appRoles: [{ value: "Editor", displayName: "Editor", forUsers: true, forApplications: false }],
    groupClaims: ["security-groups"],
  });
});

beforeEach(() => stage.signInAs(stage.member));

interface Posted {
  readonly redirectUri: string;
  readonly fields: { readonly SAMLResponse: string; readonly RelayState?: string };
}

async function posted(reply: Response): Promise<Posted> {
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const body = (await reply.json()) as Posted & { page: string };
  expect(body.page, JSON.stringify(body)).toBe("form-post");
  return body;
}

const address = () => `/${stage.contoso.tenantId}/saml2`;
const byRedirect = async (xml: string, more = {}) =>
  posted(await stage.app.request(`${address()}?${redirectQuery(xml, more)}`));
const byPost = async (xml: string, more = {}) =>
  posted(await stage.app.request(address(), { method: "POST", body: postForm(xml, more) }));

/** What the application reads, after its library has checked everything. */
async function profileOf({ fields }: Posted) {
  const sp = await serviceProvider(machine, stage.contoso.tenantId);
  const { profile } = await sp.validatePostResponseAsync({ ...fields });
  if (!profile) throw new Error("nobody is signed in");
  return profile;
}

const policy = (format: string, more = "") =>
  requestXml({ children: `<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:${format}"${more}/>` });
const contexts = (classes: readonly string[], more = "") =>
  requestXml({
    children: `<samlp:RequestedAuthnContext${more}>${classes
      .map(
        (one) =>
          `<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:${one}</saml:AuthnContextClassRef>`,
      )
      .join("")}</samlp:RequestedAuthnContext>`,
  });

describe("a sign-in by SAML", () => {
  it.each([
    ["redirect", byRedirect],
    ["post", byPost],
  ])(
    "asked for by %s is answered by a response that the application's library takes",
    async (_binding, send) => {
      const answer = await send(requestXml(), { RelayState: "state with blanks & ümläuts" });
      expect(answer.redirectUri).toBe(wikiConsumer);
      expect(answer.fields.RelayState).toBe("state with blanks & ümläuts");
      const profile = await profileOf(answer);
      expect(profile).toMatchObject({
        issuer: `${publicUrl}/${stage.contoso.tenantId}/`,
        inResponseTo: "_request-1",
        nameIDFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        attributes: {
          "http://schemas.microsoft.com/identity/claims/tenantid": stage.contoso.tenantId,
          "http://schemas.microsoft.com/identity/claims/objectidentifier": stage.member.userId,
          "http://schemas.microsoft.com/identity/claims/displayname": "Ada Member",
          "http://schemas.microsoft.com/identity/claims/identityprovider": `${publicUrl}/${stage.contoso.tenantId}/`,
          "http://schemas.microsoft.com/claims/authnmethodsreferences":
            "http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password",
          "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name": stage.member.userPrincipalName,
          "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname": "Ada",
          "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname": "Member",
        },
      });
    },
  );

  it("says for whom, where to, how long and by which sign-in it holds", async () => {
    const { xml } = await readResponse((await byRedirect(requestXml())).fields.SAMLResponse);
    const minutes = (count: number) => new Date(machine.clock().getTime() + count * 60_000).toISOString();
    expect(xml).toContain(`<saml:Audience>${wikiEntity}</saml:Audience>`);
    expect(xml).toContain(`Destination="${wikiConsumer}"`);
    expect(xml).toContain(
      `<saml:SubjectConfirmationData InResponseTo="_request-1" NotOnOrAfter="${minutes(5)}" Recipient="${wikiConsumer}"/>`,
    );
    expect(xml).toContain(`<saml:Conditions NotBefore="${minutes(-5)}" NotOnOrAfter="${minutes(70)}">`);
    expect(xml).toMatch(
      new RegExp(`<saml:AuthnStatement AuthnInstant="${minutes(0)}" SessionIndex="_[0-9a-f-]{36}">`),
    );
    expect(xml).toContain("ac:classes:Password</saml:AuthnContextClassRef>");
    expect(xml.match(/SignatureMethod Algorithm="[^"]*rsa-sha256"/g)).toHaveLength(2);
    expect(xml.match(/CanonicalizationMethod Algorithm="[^"]*xml-exc-c14n#"/g)).toHaveLength(2);
  });

  it("calls the person what the application asks for", async () => {
    const nameOf = async (xml: string) => (await profileOf(await byRedirect(xml))).nameID;
    const persistent = await nameOf(policy("2.0:nameid-format:persistent"));
    expect(persistent).toMatch(/^[\w-]{43}$/);
    expect(await nameOf(requestXml())).toBe(persistent);
    expect(await nameOf(policy("1.1:nameid-format:unspecified"))).toBe(persistent);
    expect(await nameOf(policy("1.1:nameid-format:emailAddress"))).toBe(stage.member.userPrincipalName);
    const once = await nameOf(policy("2.0:nameid-format:transient"));
    expect(once).not.toBe(await nameOf(policy("2.0:nameid-format:transient")));
    const qualified = policy("2.0:nameid-format:persistent", ' SPNameQualifier="https://all.vendor.example"');
    expect((await profileOf(await byRedirect(qualified))).spNameQualifier).toBe("https://all.vendor.example");
  });

  it("says of guests who authenticated them, and calls them by their own address", async () => {
    const attributesOf = async () =>
      (await profileOf(await byRedirect(requestXml())))["attributes"] as object;
    const claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
    stage.signInAs(stage.guest);
    expect(await attributesOf()).toMatchObject({
      "http://schemas.microsoft.com/identity/claims/objectidentifier": stage.guest.userId,
      "http://schemas.microsoft.com/identity/claims/identityprovider": `${publicUrl}/${stage.fabrikam.tenantId}/`,
      [`${claims}/name`]: stage.homeUser.userPrincipalName,
      [`${claims}/emailaddress`]: stage.homeUser.userPrincipalName,
    });
    stage.signInAs(stage.mailGuest);
    expect(await attributesOf()).toMatchObject({
      "http://schemas.microsoft.com/identity/claims/identityprovider": "mail",
      [`${claims}/name`]: "otto@elsewhere.example",
    });
  });

  it("lists roles and groups of the person", async () => {
    const { tenantId } = stage.contoso;
    const principal = { kind: "user", id: stage.member.userId } as const;
    const resourceId = wiki.servicePrincipal.servicePrincipalId;
    accepted(
      await assignAppRole(machine, byOperator, { tenantId, principal, resourceId, roleValue: "Editor" }),
    );
    const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Writers" }));
    const { groupId } = group;
    accepted(
      await addGroupMember(machine, byOperator, {
        tenantId,
        groupId,
        member: { kind: "user", id: stage.member.userId },
      }),
    );
    const belonging = "http://schemas.microsoft.com/ws/2008/06/identity/claims";
    expect((await profileOf(await byRedirect(requestXml())))["attributes"]).toMatchObject({
      [`${belonging}/role`]: "Editor",
      [`${belonging}/groups`]: groupId,
    });
  });

  it("passes on how the person is wanted", async () => {
    await byRedirect(requestXml({ attributes: { ForceAuthn: "true" } }), {
      login_hint: "ada@contoso.example",
      domain_hint: "fabrikam.example",
    });
    expect(stage.lastRequest()).toMatchObject({
      prompt: { kind: "interactive", login: true },
      loginHint: "ada@contoso.example",
      domainHint: "fabrikam.example",
      maxAgeSeconds: undefined,
    });
    await byRedirect(requestXml({ attributes: { IsPassive: "1" } }));
    expect(stage.lastRequest()).toMatchObject({ prompt: { kind: "none" }, maxAgeSeconds: undefined });
    await byRedirect(requestXml({ attributes: { IsPassive: "true", ForceAuthn: "true" } }));
    expect(stage.lastRequest()).toMatchObject({ prompt: { kind: "none" }, maxAgeSeconds: 0 });
  });

  it("goes to the only address there is when the request names none", async () => {
    const answer = await byRedirect(requestXml({ attributes: { AssertionConsumerServiceURL: null } }));
    expect(answer.redirectUri).toBe(wikiConsumer);
  });

  it("tells the class of authentication that was asked for and that the sign-in has", async () => {
    const told = async (xml: string) =>
      /ac:classes:(\w+)<\/saml:AuthnContextClassRef/.exec(
        (await readResponse((await byRedirect(xml)).fields.SAMLResponse)).xml,
      )?.[1];
    expect(await told(contexts(["PasswordProtectedTransport"]))).toBe("PasswordProtectedTransport");
    expect(await told(contexts(["X509", "Password"], ' Comparison="exact"'))).toBe("Password");
    expect(await told(contexts(["unspecified"]))).toBe("unspecified");
  });

  it.each<[string, { error: string; aadsts: number }, boolean, readonly string[]]>([
    ["nobody is signed in", { error: "login_required", aadsts: 50058 }, true, ["Responder", "NoPassive"]],
    ["somebody must agree", { error: "consent_required", aadsts: 65001 }, true, ["Responder", "NoPassive"]],
    ["nobody may", { error: "access_denied", aadsts: 50105 }, true, ["Responder", "RequestDenied"]],
    ["a person says no", { error: "access_denied", aadsts: 65004 }, false, ["Responder", "RequestDenied"]],
  ])("tells the application by a signed response when %s", async (_when, refusal, isPassive, statuses) => {
    stage.refuseSignIn({ ...refusal, redirectable: true });
    const xml = requestXml({ attributes: isPassive ? { IsPassive: "true" } : {} });
    const { fields } = await byRedirect(xml, { RelayState: "back" });
    expect(fields.RelayState).toBe("back");
    const response = await readResponse(fields.SAMLResponse);
    expect(response.statuses).toEqual(statuses);
    expect(response.inResponseTo).toBe("_request-1");
    expect(response.message).toMatch(new RegExp(`^AADSTS${refusal.aadsts}: .* Correlation ID: `));
    expect(response.xml).not.toContain("<saml:Assertion");
    const sp = await serviceProvider(machine, stage.contoso.tenantId);
    const read = sp.validatePostResponseAsync({ ...fields });
    // The library takes NoPassive for what it is, and anything else for an error.
    if (statuses.includes("NoPassive")) expect(await read).toEqual({ profile: null, loggedOut: false });
    else await expect(read).rejects.toThrow(/Responder/);
  });

  it("is in the sign-in log of the organisation", async () => {
    await byRedirect(requestXml());
    const logged = await database
      .selectFrom("signInEvent")
      .select(["tenantId", "userId", "errorCode"])
      .where("applicationName", "=", "Wiki")
      .where("isInteractive", "=", false)
      .where("errorCode", "=", 0)
      .executeTakeFirst();
    expect(logged).toEqual({
      tenantId: stage.contoso.tenantId,
      userId: stage.member.userId,
      errorCode: 0,
    });
  });
});
