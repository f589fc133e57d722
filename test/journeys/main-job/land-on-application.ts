import { decodeJwt, type JWTPayload } from "jose";
import type { Page } from "playwright-core";

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
  const redirectUri = new URL(new URL(url).searchParams.get("redirect_uri") ?? "");
  const isApplication = (address: URL) =>
    address.host === redirectUri.host && address.pathname === redirectUri.pathname;
  await page.route(isApplication, (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Application</title>" }),
  );
  await page.goto(url);
  await onTheWay();
  await page.waitForURL(isApplication);
  await page.unroute(isApplication);
  const answer = new URLSearchParams(new URL(page.url()).hash.slice(1));
  const error = answer.get("error");
  if (error) throw new Error(`${error}: ${answer.get("error_description")}`);
  return { answer, claims: decodeJwt(answer.get("id_token") ?? "") };
}
