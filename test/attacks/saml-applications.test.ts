import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { updateServicePrincipal } from "../../src/domain/applications/update-service-principal.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import { acceptByCode, signInAt } from "../support/house-applications.ts";
import {
  postForm,
  readResponse,
  redirectQuery,
  registerSamlApplication,
  requestXml,
  serviceProvider,
  wikiConsumer,
  wikiEntity,
} from "../support/saml-client.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
machine.setClock(new Date());
const { publicUrl } = machine.configuration;
const mia = contoso.users[2];
const wiki = await registerSamlApplication(machine, contoso.tenantId);
const address = (tenantId: string = contoso.tenantId) => `/${tenantId}/saml2`;
const at = (xml: string, more = {}, tenantId?: string) => `${address(tenantId)}?${redirectQuery(xml, more)}`;

async function signedInMia() {
  const visitor = house.visitor();
  await signInAt(visitor, "/myapps", mia?.userName ?? "", mia?.password ?? "");
  return visitor;
}

const signedIn = await signedInMia();

/** The response on a page that posts itself. */
const answerOf = (seen: Seen) => formOf(seen).fields["SAMLResponse"] ?? "";

/** Nothing on the page leads to another place, and it has no response. */
function expectNoAnswer(seen: Seen, status = 400): void {
  expect(seen.status, textOf(seen)).toBe(status);
  expect(seen.headers.get("location")).toBeNull();
  expect(seen.html).not.toContain("SAMLResponse");
  expect(seen.headers.get("content-security-policy")).not.toContain("evil.example");
}

describe("an assertion goes to nobody but the application it is for", () => {
  it.each([
    "https://evil.example/acs",
    `${wikiConsumer}/`,
    `${wikiConsumer}?next=https://evil.example`,
    `${wikiConsumer}#x`,
    "https://wiki.vendor.example/saml/acs/../evil",
    "https://WIKI.vendor.example/saml/acs",
    "http://wiki.vendor.example/saml/acs",
    "https://wiki.vendor.example@evil.example/saml/acs",
    "https://wiki.vendor.example:444/saml/acs",
    " https://wiki.vendor.example/saml/acs",
    "javascript:alert(1)",
    "",
  ])("not to %j", async (AssertionConsumerServiceURL) => {
    for (const IsPassive of ["false", "true"])
      expectNoAnswer(
        await signedIn.get(at(requestXml({ attributes: { AssertionConsumerServiceURL, IsPassive } }))),
      );
  });

  it("not on another port of this machine, where OpenID Connect would allow it", async () => {
    await registerSamlApplication(machine, contoso.tenantId, {
      displayName: "Local",
      identifierUris: ["urn:local"],
      redirectUris: [{ platform: "web", uri: "http://localhost:4000/acs" }],
    });
    const asked = (port: number) => {
      const AssertionConsumerServiceURL = `http://localhost:${port}/acs`;
      return signedIn.get(
        at(requestXml({ issuer: "urn:local", attributes: { AssertionConsumerServiceURL } })),
      );
    };
    expectNoAnswer(await asked(4001));
    expect((await readResponse(answerOf(await asked(4000)))).statuses).toEqual(["Success"]);
  });

  it("not to an address of the application that is registered for another kind of program", async () => {
    await registerSamlApplication(machine, contoso.tenantId, {
      displayName: "Mixed",
      identifierUris: ["urn:mixed"],
      redirectUris: [
        { platform: "web", uri: "https://mixed.example/acs" },
        { platform: "spa", uri: "https://mixed.example/spa" },
      ],
    });
    const attributes = { AssertionConsumerServiceURL: "https://mixed.example/spa" };
    expectNoAnswer(await signedIn.get(at(requestXml({ issuer: "urn:mixed", attributes }))));
  });

  it("not for an issuer that is unknown, of another organisation, or not set to SAML", async () => {
    await registerSamlApplication(machine, fabrikam.tenantId, { identifierUris: ["urn:of-fabrikam"] });
    const { applicationId } = await registerSamlApplication(machine, contoso.tenantId, {
      displayName: "By OpenID",
      identifierUris: ["urn:by-openid"],
      singleSignOnMode: undefined,
    }).then(({ application }) => application);
    for (const issuer of ["urn:nobody", "urn:of-fabrikam", "urn:by-openid", applicationId]) {
      const seen = await signedIn.get(at(requestXml({ issuer })));
      expectNoAnswer(seen);
      expect(seen.html).toContain("AADSTS700016");
    }
    expectNoAnswer(await signedIn.get(at(requestXml(), {}, fabrikam.tenantId)));
  });

  it("not from an application that was switched off", async () => {
    const { servicePrincipalId } = wiki.servicePrincipal;
    const set = (accountEnabled: boolean) =>
      updateServicePrincipal(machine, byOperator, {
        tenantId: contoso.tenantId,
        servicePrincipalId,
        changes: { accountEnabled },
      });
    accepted(await set(false));
    const seen = await signedIn.get(at(requestXml()));
    accepted(await set(true));
    expectNoAnswer(seen);
    expect(seen.html).toContain("AADSTS7000112");
  });
});

describe("who may not sign in gets no assertion", () => {
  it("not a person who is not assigned, member or guest", async () => {
    await registerSamlApplication(machine, contoso.tenantId, {
      displayName: "Closed",
      identifierUris: ["urn:closed"],
      assignmentRequired: true,
    });
    const { link } = await house.invite("otto@elsewhere.example");
    const otto = house.visitor();
    await acceptByCode(house, otto, link, "otto@elsewhere.example");
    for (const visitor of [signedIn, otto]) {
      const seen = await visitor.get(at(requestXml({ issuer: "urn:closed" })));
      expect(textOf(seen)).toContain("AADSTS50105");
      expect(seen.html).not.toContain("SAMLResponse");
      const passive = requestXml({ issuer: "urn:closed", attributes: { IsPassive: "true" } });
      const response = await readResponse(answerOf(await visitor.get(at(passive))));
      expect(response.statuses).toEqual(["Responder", "RequestDenied"]);
      expect(response.xml).not.toContain("<saml:Assertion");
    }
  });

  it("not a person whose account was disabled a moment ago", async () => {
    const ivo = contoso.users[1];
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", ivo?.userName ?? "", ivo?.password ?? "");
    const { tenantId } = contoso;
    if (!ivo) throw new Error("the demo has three people");
    const set = (accountEnabled: boolean) =>
      updateUser(machine, byOperator, { tenantId, userId: ivo.userId, changes: { accountEnabled } });
    accepted(await set(false));
    const seen = await visitor.get(at(requestXml()));
    accepted(await set(true));
    expect(seen.html).not.toContain("SAMLResponse");
  });

  it("not a session that is older than ForceAuthn wants", async () => {
    const visitor = await signedInMia();
    house.moveClock(60);
    const asked = await visitor.get(at(requestXml({ attributes: { ForceAuthn: "true" } })));
    expect(asked.html).not.toContain("SAMLResponse");
    const both = requestXml({ attributes: { ForceAuthn: "true", IsPassive: "true" } });
    expect((await readResponse(answerOf(await visitor.get(at(both))))).statuses).toEqual([
      "Responder",
      "NoPassive",
    ]);
  });
});

describe("a request is read as text and nothing else", () => {
  it.each([
    ["a document type", '<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">', wikiEntity],
    ["an outside entity", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"],
    [
      "entities that multiply",
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>',
      "&c;",
    ],
    ["a document type in small letters", "<!doctype x>", wikiEntity],
  ])("%s is refused", async (_what, before, issuer) => {
    const xml = requestXml({ before, issuer });
    for (const seen of [
      await signedIn.get(at(xml)),
      await signedIn.post(address(), Object.fromEntries(postForm(xml))),
    ]) {
      expectNoAnswer(seen);
      expect(seen.html).toContain("AADSTS7500525");
      expect(seen.html).not.toContain("root:");
    }
  });

  it("what unfolds to very much is refused before it does", async () => {
    const bomb = deflateRawSync(Buffer.alloc(20_000_000, " ")).toString("base64");
    const seen = await signedIn.get(`${address()}?${new URLSearchParams({ SAMLRequest: bomb })}`);
    expectNoAnswer(seen);
    expect(seen.html).toContain("AADSTS75001");
  });

  it("a document that is very long is refused", async () => {
    const depth = 15_000;
    const xml = requestXml({ children: `${"<a>".repeat(depth)}${"</a>".repeat(depth)}` });
    expectNoAnswer(await signedIn.post(address(), Object.fromEntries(postForm(xml))));
  });

  it("a second issuer, or one in pieces, is not chosen from", async () => {
    const second = "<saml:Issuer>urn:second</saml:Issuer>";
    expectNoAnswer(await signedIn.get(at(requestXml({ children: second }))));
    // Read whole, as whoever signs it would read it, the pieces are another name.
    const pieces = await signedIn.get(at(requestXml({ issuer: `${wikiEntity}<!-- -->.evil.example` })));
    expectNoAnswer(pieces);
  });

  it("what is shown of it is text", async () => {
    const issuer = "urn:&lt;script&gt;alert(1)&lt;/script&gt;";
    const seen = await signedIn.get(at(requestXml({ issuer })));
    expectNoAnswer(seen);
    expect(seen.html).not.toContain("<script>alert");
  });

  it("RelayState comes back as it was, and is text on the way", async () => {
    const RelayState = `"><script>alert(1)</script>'&amp;`;
    const seen = await signedIn.get(at(requestXml(), { RelayState }));
    expect(seen.html).not.toContain("<script>alert");
    expect(formOf(seen).fields["RelayState"]).toBe(RelayState);
    expect(formOf(seen).action).toBe(wikiConsumer);
  });

  it("HEAD, as link scanners send it, gets nothing", async () => {
    const reply = await house.fetch(new Request(new URL(at(requestXml()), publicUrl), { method: "HEAD" }));
    expect(reply.status).toBe(405);
  });
});

describe("an assertion cannot be changed or used twice for something else", () => {
  const sp = () => serviceProvider(machine, contoso.tenantId);

  it("holds what people call themselves as text", async () => {
    const { tenantId } = contoso;
    const displayName = `</saml:AttributeValue><saml:AttributeValue>"]]><!-- -->\u0001 & Mia`;
    if (!mia) throw new Error("the demo has three people");
    accepted(
      await updateUser(machine, byOperator, { tenantId, userId: mia.userId, changes: { displayName } }),
    );
    const SAMLResponse = answerOf(await (await signedInMia()).get(at(requestXml())));
    const { profile } = await (await sp()).validatePostResponseAsync({ SAMLResponse });
    const attributes = profile?.["attributes"] as Record<string, unknown> | undefined;
    const told = attributes?.["http://schemas.microsoft.com/identity/claims/displayname"];
    expect(told).toBe(displayName.replace("\u0001", "\uFFFD"));
    const changes = { displayName: mia.displayName };
    accepted(await updateUser(machine, byOperator, { tenantId, userId: mia.userId, changes }));
  });

  it.each<[string, (xml: string) => string]>([
    ["another person", (xml) => xml.replace(/(<saml:NameID [^>]*>)[^<]*/, "$1somebody-else")],
    ["another audience", (xml) => xml.replace(/(<saml:Audience>)[^<]*/, "$1urn:other")],
    ["no signature on the response", (xml) => xml.replace(/<ds:Signature .*?<\/ds:Signature>/s, "")],
    ["no signatures", (xml) => xml.replace(/<ds:Signature .*?<\/ds:Signature>/gs, "")],
  ])("a library refuses it with %s", async (_what, change) => {
    const { xml } = await readResponse(answerOf(await signedIn.get(at(requestXml()))));
    const SAMLResponse = Buffer.from(change(xml)).toString("base64");
    await expect((await sp()).validatePostResponseAsync({ SAMLResponse })).rejects.toThrow();
  });

  it("names the request and the application, so that another one refuses it", async () => {
    const SAMLResponse = answerOf(await signedIn.get(at(requestXml())));
    const other = await serviceProvider(machine, contoso.tenantId, { audience: "urn:other" });
    await expect(other.validatePostResponseAsync({ SAMLResponse })).rejects.toThrow(/audience/i);
  });

  it("one journey gives one response", async () => {
    const visitor = house.visitor();
    const asked = await visitor.submit(await visitor.get(at(requestXml())), { email: mia?.userName ?? "" });
    const done = await visitor.submit(asked, { password: mia?.password ?? "" });
    expect((await readResponse(answerOf(done))).statuses).toEqual(["Success"]);
    const again = await visitor.get(`${done.url.pathname}${done.url.search}`);
    expectNoAnswer(again);
    const stranger = await house.visitor().get(`${done.url.pathname}${done.url.search}`);
    expectNoAnswer(stranger);
  });
});
