import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from "node:tls";
import { openLocalCertificate } from "../../src/platform/secrets/local-certificate.ts";

export interface AskedOfApi {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** SHA-1 of the certificate that the caller showed, if any, with colons. */
  readonly clientFingerprint: string | undefined;
}

/** What the API does with a call: answers, says nothing, or hangs up. */
export type ApiBehaviour =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Record<string, string>;
      readonly after?: Promise<void>;
    }
  | "hang"
  | "hang-up";

/** An organisation's own API over https, as an independent server. */
export interface SignUpApi {
  readonly url: string;
  /** Every call so far. */
  readonly asked: AskedOfApi[];
  /** What it does with the next calls, in this order; the last one stays. */
  behave(...behaviours: readonly ApiBehaviour[]): void;
  close(): Promise<void>;
}

/** Starts one on this machine; its certificate is trusted in this process from now on. */
export async function startSignUpApi(
  options: { readonly asksForCertificate?: boolean } = {},
): Promise<SignUpApi> {
  const folder = mkdtempSync(join(tmpdir(), "sign-up-api-"));
  const { key, certificate, authorityPath } = await openLocalCertificate(folder, "localhost", new Date());
  setDefaultCACertificates([...getCACertificates("default"), readFileSync(authorityPath, "utf8")]);
  rmSync(folder, { recursive: true });
  const asked: AskedOfApi[] = [];
  let behaviours: readonly ApiBehaviour[] = [{ status: 200, body: { version: "1.0.0", action: "Continue" } }];
  const server = createServer(
    { key, cert: certificate, requestCert: options.asksForCertificate ?? false, rejectUnauthorized: false },
    async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const peer = (request.socket as TLSSocket).getPeerCertificate();
      asked.push({
        path: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
        clientFingerprint: peer?.fingerprint,
      });
      const [behaviour] = behaviours;
      if (behaviours.length > 1) behaviours = behaviours.slice(1);
      if (behaviour === undefined || behaviour === "hang") return;
      if (behaviour === "hang-up") {
        request.socket.destroy();
        return;
      }
      const { status, body, headers = {}, after } = behaviour;
      await after;
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}/sign-up`,
    asked,
    behave: (...next) => {
      behaviours = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
