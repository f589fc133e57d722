import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import type { DemoDescription } from "../../support/start-guesthouse.ts";

type DemoTenant = DemoDescription["tenants"][number];

/** The demo's resource organisation and its partner. */
export function organisations(demo: DemoDescription): { contoso: DemoTenant; fabrikam: DemoTenant } {
  const [contoso, fabrikam] = demo.tenants;
  if (!contoso || !fabrikam) throw new Error("the demo has two organisations");
  return { contoso, fabrikam };
}

/** One of the demo's people, by first name. */
export function person(tenant: DemoTenant, firstName: string) {
  const user = tenant.users.find(({ displayName }) => displayName.startsWith(`${firstName} `));
  if (!user) throw new Error(`${tenant.displayName} has no ${firstName}`);
  return user;
}

/** One of the demo's applications, by name. */
export function application(tenant: DemoTenant, name: string) {
  const found = tenant.applications.find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`${tenant.displayName} has no ${name}`);
  return found;
}

/** An application's own token for Graph. */
export async function graphToken(demo: DemoDescription): Promise<string> {
  const { contoso } = organisations(demo);
  const automation = application(contoso, "Contoso automation");
  const answer = await fetch(`${demo.publicUrl}/${contoso.tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: automation.clientId,
      client_secret: automation.clientSecret ?? "",
      scope: "https://graph.microsoft.com/.default",
    }),
  });
  const body = (await answer.json()) as { access_token?: string };
  if (!body.access_token) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body.access_token;
}

/** A call of Graph as the automation; throws on anything but success. */
export async function graph<Body>(
  demo: DemoDescription,
  method: string,
  path: string,
  body?: object,
): Promise<Body> {
  const answer = await fetch(`${demo.graphUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${await graphToken(demo)}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as Body;
}

/** The address that starts a sign-in whose ID token comes in the fragment. */
export function authorizeUrl(
  demo: DemoDescription,
  redirectUri: string,
  parameters: Readonly<Record<string, string>> = {},
): string {
  const { contoso } = organisations(demo);
  const room = application(contoso, "Tender Room");
  const query = new URLSearchParams({
    client_id: room.clientId,
    response_type: "id_token",
    response_mode: "fragment",
    redirect_uri: redirectUri,
    scope: "openid profile email",
    state: randomBytes(8).toString("hex"),
    nonce: randomBytes(8).toString("hex"),
    ...parameters,
  });
  return `${demo.publicUrl}/${contoso.tenantId}/oauth2/v2.0/authorize?${query}`;
}

/** Types an address on the sign-in page and goes on. */
export async function enterAddress(page: Page, address: string): Promise<void> {
  await page.getByLabel("Email").fill(address);
  await page.getByRole("button", { name: "Next" }).click();
}

/** Types a password and signs in. */
export async function enterPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
