import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, type JWTPayload } from "jose";
import type { Page } from "playwright-core";

/** An application's own web server, where answers arrive. */
export interface ListeningApplication {
  /** `http://localhost:PORT/callback`: registered without its port, which loopback addresses may choose. */
  readonly redirectUri: string;
  close(): void;
}

/** Starts an application that greets whoever comes. */
export async function startApplication(): Promise<ListeningApplication> {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<title>Application</title>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { redirectUri: `http://localhost:${port}/callback`, close: () => server.close() };
}

export interface Landed {
  readonly answer: URLSearchParams;
  readonly claims: JWTPayload;
}

/**
 * Opens an authorization request whose answer comes in the fragment, does what a person does on the way, and reads
 * what the application's page would read.
 */
export async function landOnApplication(
  page: Page,
  url: string,
  onTheWay: () => Promise<void> = async () => undefined,
): Promise<Landed> {
  const redirectUri = new URL(url).searchParams.get("redirect_uri") ?? "";
  await page.goto(url);
  await onTheWay();
  await page.waitForURL((address) => address.href.startsWith(redirectUri));
  const answer = new URLSearchParams(new URL(page.url()).hash.slice(1));
  const error = answer.get("error");
  if (error) throw new Error(`${error}: ${answer.get("error_description")}`);
  return { answer, claims: decodeJwt(answer.get("id_token") ?? "") };
}
