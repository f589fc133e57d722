import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";
import { type AddressInfo, createServer as createPlainServer, type LookupFunction } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { openLocalCertificate } from "../../src/platform/secrets/local-certificate.ts";

/** The one address that stands for the world outside; the operator allows it and nothing beside it. */
export const outsideAddress = "127.0.0.2";
/** An address that nobody may be led to. */
export const insideAddress = "127.0.0.1";

/** The addresses of a name, one for each time that it is asked for; the last one stays. Other names do not exist. */
export const addressesOf = new Map<string, readonly string[]>();
/** Every name that was asked for. */
export const askedNames: string[] = [];

/** Takes the place of the system's look-up of names. */
export const steeredLookup: LookupFunction = (name, options, done) => {
  askedNames.push(name);
  const [address, ...later] = addressesOf.get(name) ?? [];
  if (address === undefined) return done(Object.assign(new Error(`no ${name}`), { code: "ENOTFOUND" }), []);
  if (later.length > 0) addressesOf.set(name, later);
  return options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4);
};

/** A server outside that speaks https under a name of its own; something listens inside at the same port. */
export interface Outside {
  readonly origin: string;
  readonly port: number;
  /** How often somebody came to the port inside. */
  readonly insideVisits: () => number;
  close(): Promise<void>;
}

/** Opens one; its certificate is trusted in this process from now on. */
export async function openOutside(name: string, answer: RequestListener): Promise<Outside> {
  const folder = mkdtempSync(join(tmpdir(), "outside-"));
  const { key, certificate, authorityPath } = await openLocalCertificate(folder, name, new Date());
  setDefaultCACertificates([...getCACertificates("default"), readFileSync(authorityPath, "utf8")]);
  rmSync(folder, { recursive: true });
  const server: Server = createServer({ key, cert: certificate }, answer);
  let visits = 0;
  const inside = createPlainServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => inside.listen(0, insideAddress, listening));
  const { port } = inside.address() as AddressInfo;
  await new Promise<void>((listening) => server.listen(port, outsideAddress, listening));
  addressesOf.set(name, [outsideAddress]);
  return {
    origin: `https://${name}:${port}`,
    port,
    insideVisits: () => visits,
    close: async () => {
      await new Promise((done) => inside.close(done));
      await new Promise((done) => void server.close(done).closeAllConnections());
    },
  };
}
