import type { Forgery, ForgingProvider } from "./forging-provider.ts";
import type { TestHouse } from "./test-house.ts";
import type { Seen, Visitor } from "./visitor.ts";

/** Somebody new who was invited and pressed the button, on the page that leads on to their provider. */
export async function accepting(house: TestHouse, address: string) {
  const { link, userId } = await house.invite(address);
  const visitor = house.visitor();
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  return { visitor, page: page.url.pathname, userId };
}

/** Back from any provider with what it gave, in the query. */
export function comeBack(
  visitor: Visitor,
  sentTo: URL,
  given: Readonly<Record<string, string>>,
): Promise<Seen> {
  const { searchParams: asked } = sentTo;
  const back = new URL(asked.get("redirect_uri") ?? "");
  back.search = new URLSearchParams({ state: asked.get("state") ?? "", ...given }).toString();
  return visitor.get(back.href);
}

/** On from a page of the journey to a forging provider, and back with a code unless the way there ends before. */
export async function throughForgingProvider(
  visitor: Visitor,
  page: string,
  provider: ForgingProvider,
  forgery: Forgery,
): Promise<Seen> {
  const seen = await visitor.get(`${page}/provider`);
  if (seen.url.origin !== provider.issuer) return seen;
  const nonce = seen.url.searchParams.get("nonce") ?? "";
  const code = provider.codeFor({ ...forgery, claims: { nonce, ...forgery.claims } });
  return comeBack(visitor, seen.url, { iss: provider.issuer, code });
}

/** The newest entry of Contoso's sign-in log that names a provider. */
export async function newestLogged({ machine, contoso }: TestHouse, issuer: string) {
  return machine.database
    .selectFrom("signInEvent")
    .select(["errorCode", "failureReason", "details"])
    .where("tenantId", "=", contoso.tenantId)
    .where("identityProvider", "=", issuer)
    .orderBy("occurredAt", "desc")
    .orderBy("eventId", "desc")
    .limit(1)
    .executeTakeFirst();
}
