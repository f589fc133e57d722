import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { signInAt } from "../support/house-applications.ts";
import {
  readResponse,
  redirectQuery,
  registerSamlApplication,
  requestXml,
  serviceProvider,
} from "../support/saml-client.ts";
import { testHouse } from "../support/test-house.ts";
import { formOf, type Seen, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
machine.setClock(new Date());
const mia = contoso.users[2];
const logoutUrl = "https://wiki.vendor.example/saml/slo";
await registerSamlApplication(machine, contoso.tenantId, { logoutUrl });
await registerSamlApplication(machine, contoso.tenantId, {
  displayName: "Board",
  identifierUris: ["urn:board"],
  redirectUris: [{ platform: "web", uri: "https://board.example/acs" }],
  logoutUrl: "https://board.example/slo",
});
await registerSamlApplication(machine, fabrikam.tenantId, { logoutUrl });

const at = (xml: string, more = {}, tenantId: string = contoso.tenantId) =>
  `/${tenantId}/saml2?${redirectQuery(xml, more)}`;
const signIn = requestXml();
const responseOf = (seen: Seen) => readResponse(formOf(seen).fields["SAMLResponse"] ?? "");

interface Told {
  readonly visitor: Visitor;
  readonly name: string;
  readonly sessionIndex: string;
}

/** Mia in a browser of her own, signed in to the wiki, and what the wiki was told. */
async function signedIn(request: string = signIn): Promise<Told> {
  const visitor = house.visitor();
  const { xml } = await responseOf(
    await signInAt(visitor, at(request), mia?.userName ?? "", mia?.password ?? ""),
  );
  const [, name = ""] = /<saml:NameID [^>]*>([^<]*)</.exec(xml) ?? [];
  const [, sessionIndex = ""] = /SessionIndex="([^"]*)"/.exec(xml) ?? [];
  return { visitor, name, sessionIndex };
}

async function isSignedIn(visitor: Visitor): Promise<boolean> {
  const passive = requestXml({ attributes: { IsPassive: "true" } });
  return (await responseOf(await visitor.get(at(passive)))).statuses[0] === "Success";
}

function signOut(
  name: string,
  sessionIndex: string | undefined,
  more: { issuer?: string; attributes?: Record<string, string | null> } = {},
): string {
  const index = sessionIndex === undefined ? "" : `<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex>`;
  return requestXml(
    { id: "_sign-out-1", children: `<saml:NameID>${name}</saml:NameID>${index}`, ...more },
    "LogoutRequest",
  );
}

/** The XML of an answer by redirect. */
function answerIn(seen: Seen): string {
  const encoded = seen.url.searchParams.get("SAMLResponse") ?? "";
  return inflateRawSync(Buffer.from(encoded, "base64")).toString("utf8");
}

describe("an application signs its person out", () => {
  it("by name and session index, and is answered with a signature that its library takes", async () => {
    const { visitor, name, sessionIndex } = await signedIn();
    const left = await visitor.get(at(signOut(name, sessionIndex), { RelayState: "a b&c" }));
    expect(`${left.url.origin}${left.url.pathname}`).toBe(logoutUrl);
    expect(left.url.searchParams.get("RelayState")).toBe("a b&c");
    expect(answerIn(left)).toContain('InResponseTo="_sign-out-1"');
    const sp = await serviceProvider(machine, contoso.tenantId);
    const query = Object.fromEntries(left.url.searchParams);
    expect(await sp.validateRedirectAsync(query, left.url.search.slice(1))).toEqual({
      profile: null,
      loggedOut: true,
    });
    const forged = { ...query, RelayState: "elsewhere" };
    await expect(
      sp.validateRedirectAsync(forged, left.url.search.slice(1).replace("a%20b%26c", "elsewhere")),
    ).rejects.toThrow();
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it("by name alone, when the browser itself comes", async () => {
    const { visitor, name } = await signedIn();
    const left = await visitor.get(at(signOut(name, undefined)));
    expect(answerIn(left)).toContain("status:Success");
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it("by session index after a name for once", async () => {
    const policy = '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient"/>';
    const { visitor, name, sessionIndex } = await signedIn(requestXml({ children: policy }));
    await visitor.get(at(signOut(name, sessionIndex)));
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it("is told of success when nobody is signed in any more", async () => {
    const { name, sessionIndex } = await signedIn();
    const left = await house.visitor().get(at(signOut(name, sessionIndex)));
    expect(answerIn(left)).toContain("status:Success");
  });

  it("tells the other applications in frames, which may lead back here and nowhere else", async () => {
    const { visitor, name, sessionIndex } = await signedIn();
    const attributes = { AssertionConsumerServiceURL: "https://board.example/acs" };
    const board = await responseOf(await visitor.get(at(requestXml({ issuer: "urn:board", attributes }))));
    expect(board.statuses).toEqual(["Success"]);
    const left = await visitor.get(at(signOut(name, sessionIndex)));
    const frames = [...left.html.matchAll(/<iframe src="([^"]*)"/g)].map(([, src = ""]) => src);
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatch(/^https:\/\/board\.example\/slo\?SAMLRequest=/);
    expect(left.headers.get("content-security-policy")).toContain(
      `frame-src ${machine.configuration.publicUrl} https://board.example;`,
    );
    expect(left.headers.get("refresh")).toMatch(
      /^3;url=https:\/\/wiki\.vendor\.example\/saml\/slo\?SAMLResponse=/,
    );
    const sp = await serviceProvider(machine, contoso.tenantId);
    const url = new URL((frames[0] ?? "").replaceAll("&amp;", "&"));
    const { profile } = await sp.validateRedirectAsync(
      Object.fromEntries(url.searchParams),
      url.search.slice(1),
    );
    expect(board.xml).toContain(`>${profile?.nameID}</saml:NameID>`);
    expect(board.xml).toContain(`SessionIndex="${profile?.sessionIndex}"`);
  });
});

describe("nobody else signs a person out", () => {
  it.each<[string, (told: Told) => string, string]>([
    ["with another name", ({ sessionIndex }) => signOut("somebody", sessionIndex), "UnknownPrincipal"],
    ["with another session index", ({ name }) => signOut(name, "_other"), "UnknownPrincipal"],
    [
      "from an application that the person does not use",
      ({ name, sessionIndex }) => signOut(name, sessionIndex, { issuer: "urn:board" }),
      "RequestDenied",
    ],
  ])("%s", async (_how, request, status) => {
    const told = await signedIn();
    expect(answerIn(await told.visitor.get(at(request(told))))).toContain(`status:${status}`);
    expect(await isSignedIn(told.visitor)).toBe(true);
  });

  it.each<[string, (told: Told) => string, string]>([
    [
      "from an application that is unknown",
      ({ name, sessionIndex }) => at(signOut(name, sessionIndex, { issuer: "urn:nobody" })),
      "AADSTS700016",
    ],
    [
      "too late",
      ({ name, sessionIndex }) => {
        const NotOnOrAfter = new Date(machine.clock().getTime() - 1000).toISOString();
        return at(signOut(name, sessionIndex, { attributes: { NotOnOrAfter } }));
      },
      "AADSTS50071",
    ],
  ])("%s", async (_how, address, number) => {
    const told = await signedIn();
    expect((await told.visitor.get(address(told))).html).toContain(number);
    expect(await isSignedIn(told.visitor)).toBe(true);
  });

  it("at another organisation, where an application goes by the same name", async () => {
    const told = await signedIn();
    const left = await told.visitor.get(at(signOut(told.name, told.sessionIndex), {}, fabrikam.tenantId));
    expect(answerIn(left)).toContain("status:RequestDenied");
    expect(await isSignedIn(told.visitor)).toBe(true);
  });

  it("by a name in a picture on another site's page", async () => {
    const { visitor, name } = await signedIn();
    const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
    const reply = await house.fetch(
      new Request(new URL(at(signOut(name, undefined)), machine.configuration.publicUrl), {
        headers: { cookie, "sec-fetch-dest": "image" },
      }),
    );
    expect(reply.headers.get("location")).toContain(logoutUrl);
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it("by an answer that nobody asked for", async () => {
    const { visitor } = await signedIn();
    const answer = requestXml({ attributes: { InResponseTo: "_x" } }, "LogoutResponse");
    const seen = await visitor.get(`/${contoso.tenantId}/saml2?${redirectQuery(answer, {}, "SAMLResponse")}`);
    expect(seen.url.pathname).toBe("/myapps");
    expect(await isSignedIn(visitor)).toBe(true);
    const assertion = requestXml({}, "Response");
    const posed = await visitor.get(
      `/${contoso.tenantId}/saml2?${redirectQuery(assertion, {}, "SAMLResponse")}`,
    );
    expect(posed.html).toContain("AADSTS75005");
  });
});
