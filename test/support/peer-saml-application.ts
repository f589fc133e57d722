import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Profile, SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import samlify from "samlify";

/** An application that signs people in by SAML, with a library that is not ours and knows of us what metadata says. */
export interface PeerSamlApplication {
  readonly entityId: string;
  readonly consumerUrl: string;
  /** Sends a browser to sign in. */
  readonly signInUrl: string;
  readonly signOutUrl: string;
  /** Where it takes messages about signing out. */
  readonly logoutUrl: string;
  /** Trusts a provider, by its metadata. */
  trust(metadata: string): void;
  /** Who is signed in to it. */
  readonly people: readonly Profile[];
  close(): Promise<void>;
}

/** Starts the application; it holds one person at a time for each name. */
export async function startPeerSamlApplication(name: string): Promise<PeerSamlApplication> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const entityId = `https://${name}.vendor.example/saml/metadata`;
  const consumerUrl = `${origin}/acs`;
  const people: Profile[] = [];
  let library: SAML | undefined;
  server.on("request", async (request, response) => {
    const answer = (title: string) => response.end(`<title>${title}</title><h1>${title}</h1>`);
    const sendTo = (location: string) => response.writeHead(302, { location }).end();
    response.setHeader("content-type", "text/html; charset=utf-8");
    try {
      if (!library) throw new Error("no provider is trusted");
      const url = new URL(request.url ?? "/", origin);
      const query = Object.fromEntries(url.searchParams);
      const relayState = query["RelayState"] ?? "";
      switch (url.pathname) {
        case "/signin":
          return sendTo(await library.getAuthorizeUrlAsync("where-to", undefined, {}));
        case "/acs": {
          const posted = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
          const { profile } = await library.validatePostResponseAsync(posted);
          if (profile) people.push(profile);
          return answer(`${profile?.nameID} is signed in to ${name}, back at ${posted["RelayState"]}`);
        }
        case "/signout": {
          const person = people.pop();
          if (!person) throw new Error("nobody is signed in");
          return sendTo(await library.getLogoutUrlAsync(person, "after", {}));
        }
        case "/slo": {
          const { profile } = await library.validateRedirectAsync(query, url.search.slice(1));
          if ("SAMLResponse" in query) return answer(`Signed out of ${name}`);
          const index = people.findIndex((one) => one.nameID === profile?.nameID);
          if (index < 0 || !profile) throw new Error("that person is not signed in");
          people.splice(index, 1);
          return sendTo(await library.getLogoutResponseUrlAsync(profile, relayState, {}, true));
        }
        default:
          return response.writeHead(404).end();
      }
    } catch (error) {
      response.statusCode = 500;
      return answer(`${name} refuses: ${(error as Error).message}`);
    }
  });
  return {
    entityId,
    consumerUrl,
    signInUrl: `${origin}/signin`,
    signOutUrl: `${origin}/signout`,
    logoutUrl: `${origin}/slo`,
    people,
    trust(metadata) {
      const { entityMeta } = samlify.IdentityProvider({ metadata });
      library = new SAML({
        entryPoint: String(entityMeta.getSingleSignOnService("redirect")),
        logoutUrl: String(entityMeta.getSingleLogoutService("redirect")),
        idpIssuer: entityMeta.getEntityID(),
        idpCert: [entityMeta.getX509Certificate("signing")].flat().map(String),
        issuer: entityId,
        audience: entityId,
        callbackUrl: consumerUrl,
        // Guests of a mailed code have no password.
        disableRequestedAuthnContext: true,
        identifierFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        wantAuthnResponseSigned: true,
        wantAssertionsSigned: true,
        validateInResponseTo: ValidateInResponseTo.always,
      });
    },
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
