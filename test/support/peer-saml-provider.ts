import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import samlify from "samlify";
import { newSigningKey } from "./forging-saml-provider.ts";

export interface PeerSamlProvider {
  readonly entityId: string;
  readonly signInUrl: string;
  readonly metadataUrl: string;
  close(): Promise<void>;
}

const emailClaim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
const givenNameClaim = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname";
const persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

/**
 * A SAML provider on a library that is not ours, with a sign-in page that takes any name. A strict one takes posted
 * requests only, which must be signed, and encrypts its assertions.
 */
export async function startPeerSamlProvider(
  ourMetadata: string,
  { isStrict = false } = {},
): Promise<PeerSamlProvider> {
  // The service's own checks are what is tested here; the peer takes any well-formed request.
  samlify.setSchemaValidator({ validate: async () => "not validated" });
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // By the tester's own host name: without TLS a browser brings cookies along to the same site only.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const key = await newSigningKey();
  const idp = samlify.IdentityProvider({
    entityID: `${origin}/metadata`,
    privateKey: key.privateKey,
    signingCert: key.certificate,
    nameIDFormat: [persistent],
    requestSignatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    wantAuthnRequestsSigned: isStrict,
    isAssertionEncrypted: isStrict,
    singleSignOnService: [
      {
        Binding: `urn:oasis:names:tc:SAML:2.0:bindings:HTTP-${isStrict ? "POST" : "Redirect"}`,
        Location: `${origin}/sso`,
      },
    ],
  });
  const sp = samlify.ServiceProvider({ metadata: ourMetadata });
  server.on("request", async (request, response) => {
    const url = new URL(request.url ?? "/", origin);
    response.setHeader("content-type", url.pathname === "/metadata" ? "application/xml" : "text/html");
    if (url.pathname === "/metadata") return response.end(idp.getMetadata());
    const query: Record<string, string> = {
      ...Object.fromEntries(url.searchParams),
      ...(await postedBy(request)),
    };
    const { name } = query;
    if (name === undefined) return response.end(askingPage(query));
    const info = isStrict
      ? await idp.parseLoginRequest(sp, "post", { body: query })
      : await idp.parseLoginRequest(sp, "redirect", { query });
    const { context, entityEndpoint } = (await idp.createLoginResponse(
      sp,
      { ...info },
      "post",
      {},
      {
        customTagReplacement: (template: string) =>
          filled(template, idp, sp, info.extract.request?.["id"], name),
      },
    )) as { context: string; entityEndpoint: string };
    response.end(postingPage(entityEndpoint, context, query["RelayState"] ?? ""));
  });
  return {
    entityId: `${origin}/metadata`,
    signInUrl: `${origin}/sso`,
    metadataUrl: `${origin}/metadata`,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

async function postedBy(request: IncomingMessage): Promise<Record<string, string>> {
  const form = new URLSearchParams(await text(request));
  return request.method === "POST" ? Object.fromEntries(form) : {};
}

function filled(
  template: string,
  idp: ReturnType<typeof samlify.IdentityProvider>,
  sp: ReturnType<typeof samlify.ServiceProvider>,
  requestId: unknown,
  name: string,
) {
  const now = new Date();
  const until = new Date(now.getTime() + 300_000).toISOString();
  const id = `_${crypto.randomUUID()}`;
  const recipient = String(sp.entityMeta.getAssertionConsumerService("post"));
  const statements =
    `<saml:AuthnStatement AuthnInstant="${now.toISOString()}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `<saml:AttributeStatement><saml:Attribute Name="${emailClaim}"><saml:AttributeValue>${name}@peer.example</saml:AttributeValue></saml:Attribute>` +
    `<saml:Attribute Name="${givenNameClaim}"><saml:AttributeValue>${name}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>`;
  const context = samlify.SamlLib.replaceTagsByValue(
    template.replace("{AuthnStatement}{AttributeStatement}", statements),
    {
      ID: id,
      AssertionID: `_${crypto.randomUUID()}`,
      Destination: recipient,
      Audience: String(sp.entityMeta.getEntityID()),
      SubjectRecipient: recipient,
      Issuer: String(idp.entityMeta.getEntityID()),
      IssueInstant: now.toISOString(),
      StatusCode: "urn:oasis:names:tc:SAML:2.0:status:Success",
      ConditionsNotBefore: now.toISOString(),
      ConditionsNotOnOrAfter: until,
      SubjectConfirmationDataNotOnOrAfter: until,
      NameIDFormat: persistent,
      NameID: `person-${name}`,
      InResponseTo: String(requestId),
    },
  );
  return { id, context };
}

function askingPage(query: Readonly<Record<string, string>>): string {
  const kept = Object.entries(query).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
  );
  return `<title>Peer</title><form>${kept.join("")}<label>Name <input name="name"></label><button>Sign in</button></form>`;
}

function postingPage(action: string, response: string, relayState: string): string {
  return `<title>Peer</title><form method="post" action="${action}"><input type="hidden" name="SAMLResponse" value="${response}"><input type="hidden" name="RelayState" value="${relayState}"><button>Go on</button></form><script>document.forms[0].submit()</script>`;
}
