import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import wsfed from "wsfed";
import { newSigningKey } from "./forging-saml-provider.ts";

export interface PeerWsFederationProvider {
  readonly issuer: string;
  readonly signInUrl: string;
  readonly metadataUrl: string;
  close(): Promise<void>;
}

/** A WS-Federation provider on a library that is not ours, with a sign-in page that takes any name. */
export async function startPeerWsFederationProvider(): Promise<PeerWsFederationProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // By the tester's own host name: without TLS a browser brings cookies along to the same site only.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/trust`;
  const { privateKey, certificate } = await newSigningKey();
  const showMetadata = wsfed.metadata({ issuer, cert: certificate, endpointPath: "/wsfed" });
  const answerRequest = wsfed.auth({
    issuer,
    cert: certificate,
    key: privateKey,
    lifetime: 300,
    getUserFromRequest: ({ query: { name } }) => ({
      id: `person-${name}`,
      displayName: name,
      emails: [{ value: `${name}@peer.example` }],
    }),
    getPostURL: (_realm, reply, _request, done) => done(null, reply),
  });
  server.on("request", (incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", origin);
    const query = Object.fromEntries(url.searchParams);
    const request = { query, originalUrl: incoming.url ?? "", protocol: "http", headers: incoming.headers };
    const response = {
      set: (name: string, value: string) => void outgoing.setHeader(name, value),
      send: (body: string | number) => void outgoing.end(String(body)),
    };
    const fail = (error: Error) => void outgoing.writeHead(500).end(error.message);
    outgoing.setHeader("content-type", "text/html");
    if (url.pathname === "/metadata") return showMetadata(request, response, fail);
    if (query["name"] === undefined) return outgoing.end(askingPage(query));
    return answerRequest(request, response, fail);
  });
  return {
    issuer,
    signInUrl: `${origin}/wsfed`,
    metadataUrl: `${origin}/metadata`,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

function askingPage(query: Readonly<Record<string, string>>): string {
  const kept = Object.entries(query).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
  );
  return `<title>Peer</title><form>${kept.join("")}<label>Name <input name="name"></label><button>Sign in</button></form>`;
}
