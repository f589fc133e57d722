import { allowInsecureRequests, type Configuration, discovery, None } from "openid-client";
import { CommandRefused } from "../command-refused.ts";

/** Where and as which application a person signs in. */
export interface SignInPlace {
  /** The service's address, then the organisation by id or domain. */
  readonly authority: string;
  readonly clientId: string;
}

const ownMachine = ["localhost", "127.0.0.1", "[::1]"];

/** Reads what the service says of itself. Throws CommandRefused where nothing useful answers. */
export async function authorizationServer({ authority, clientId }: SignInPlace): Promise<Configuration> {
  const address = safeAddress(authority);
  const issuer = await issuerOf(address);
  if (issuer.origin !== address.origin)
    throw new CommandRefused(`${address.origin} says that it is ${issuer.origin}: sign in there.`);
  // `safeAddress` has seen that plain http stays on this machine.
  const execute = issuer.protocol === "http:" ? [allowInsecureRequests] : [];
  return discovery(issuer, clientId, undefined, None(), { execute });
}

function safeAddress(authority: string): URL {
  const address = URL.parse(authority);
  if (address?.protocol === "https:") return address;
  if (address?.protocol === "http:" && ownMachine.includes(address.hostname)) return address;
  throw new CommandRefused(
    address?.protocol === "http:"
      ? `${authority} is not https: tokens would be readable on the way.`
      : `"${authority}" is not the address of a service, like https://guests.contoso.example.`,
  );
}

/** An organisation is named by a domain or an id; which issuer that is, the service says. */
async function issuerOf(address: URL): Promise<URL> {
  const path = address.pathname.replace(/\/+$/, "").replace(/\/v2\.0$/, "");
  const url = new URL(`${path}/v2.0/.well-known/openid-configuration`, address);
  const answer = await fetch(url).catch((error: Error) => {
    const cause = error.cause as NodeJS.ErrnoException | undefined;
    throw new CommandRefused(`Nothing useful answers at ${address.origin}: ${cause?.code ?? error.message}.`);
  });
  const body = (await answer.json().catch(() => undefined)) as
    | { readonly issuer?: string; readonly error_description?: string }
    | undefined;
  const issuer = URL.parse(body?.issuer ?? "");
  if (answer.ok && issuer) return issuer;
  throw new CommandRefused(body?.error_description ?? `${url} answers ${answer.status}: is it a Guesthouse?`);
}
