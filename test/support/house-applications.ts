import { createHash, randomBytes } from "node:crypto";
import type { TestHouse } from "./test-house.ts";
import type { Seen, Visitor } from "./visitor.ts";

/** An application of Contoso as its own server, page or program knows itself. */
export interface ClientOfHouse {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly redirectUri: string;
}

/** The demo's applications under addresses that are not the service's own. */
export function clientsOf({ contoso }: TestHouse): {
  web: ClientOfHouse;
  spa: ClientOfHouse;
  native: ClientOfHouse;
} {
  const [tenderRoom, projectBoard] = contoso.applications;
  if (!tenderRoom || !projectBoard) throw new Error("the demo has two applications");
  const { applicationId, secret } = tenderRoom;
  return {
    web: { clientId: applicationId, clientSecret: secret, redirectUri: "http://localhost:4000/callback" },
    native: { clientId: applicationId, clientSecret: undefined, redirectUri: "http://localhost:4002/" },
    spa: {
      clientId: projectBoard.applicationId,
      clientSecret: undefined,
      redirectUri: "http://localhost:4001/spa",
    },
  };
}

/** A proof key pair (RFC 7636). */
export function proofKey(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** Where an application sends somebody to sign in; parameters of undefined are left out. */
export function authorizeAddress(
  tenantId: string,
  client: ClientOfHouse,
  parameters: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = present({
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    response_type: "code",
    scope: "openid profile email offline_access",
    state: "state-of-the-application",
    ...parameters,
  });
  return `/${tenantId}/oauth2/v2.0/authorize?${query}`;
}

export interface TokenReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** Asks the token endpoint; parameters of undefined are left out. */
export async function askForTokens(
  house: TestHouse,
  tenantId: string,
  parameters: Readonly<Record<string, string | undefined>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<TokenReply> {
  const address = new URL(`/${tenantId}/oauth2/v2.0/token`, house.machine.configuration.publicUrl);
  const response = await house.fetch(
    new Request(address, { method: "POST", headers, body: present(parameters) }),
  );
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

/** What redeems the code that an application was sent. */
export function codeGrant(
  client: ClientOfHouse,
  answered: Seen,
  verifier?: string,
): Record<string, string | undefined> {
  return {
    grant_type: "authorization_code",
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uri: client.redirectUri,
    code: answered.url.searchParams.get("code") ?? "",
    code_verifier: verifier,
  };
}

/** From an invitation's link to acceptance, by the password of the guest's own organisation. */
export async function acceptAtHome(visitor: Visitor, link: string, password: string): Promise<Seen> {
  const asked = await visitor.submit(await visitor.get(link), { decision: "accept" });
  const review = await visitor.submit(asked, { password });
  return visitor.submit(review, { decision: "accept" });
}

/** The same by a mailed code. */
export async function acceptByCode(
  house: Pick<TestHouse, "newestCode">,
  visitor: Visitor,
  link: string,
  address: string,
): Promise<Seen> {
  const sendCode = await visitor.submit(await visitor.get(link), { decision: "accept" });
  const enterCode = await visitor.submit(sendCode, {});
  const review = await visitor.submit(enterCode, { code: await house.newestCode(address) });
  return visitor.submit(review, { decision: "accept" });
}

/** Signs somebody in on the pages of one of our own places, by password. */
export async function signInAt(
  visitor: Visitor,
  place: string,
  email: string,
  password: string,
): Promise<Seen> {
  const asked = await visitor.submit(await visitor.get(place), { email });
  return visitor.submit(asked, { password });
}

function present(parameters: Readonly<Record<string, string | undefined>>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
