import {
  type Configuration,
  initiateDeviceAuthorization,
  pollDeviceAuthorizationGrant,
  ResponseBodyError,
} from "openid-client";
import { CommandRefused } from "../command-refused.ts";
import { printAside } from "../print.ts";
import { authorizationServer, type SignInPlace } from "./authorization-server.ts";
import type { KeptSignIn } from "./kept-sign-in.ts";
import { tokensToKeep } from "./tokens-to-keep.ts";
import { trustAuthority } from "./trust-authority.ts";

/** What `users --remote`, `invite --remote` and `whoami` ask of Graph. */
const scope = "openid profile offline_access User.Read User.Read.All User.Invite.All";

/** Signs a person in with a browser of their own, here or on another device (RFC 8628). Throws CommandRefused. */
export async function signInByDevice(
  place: SignInPlace,
  authorityFile: string | undefined,
): Promise<KeptSignIn> {
  trustAuthority(authorityFile);
  const server = await authorizationServer(place);
  const tokens = await askForTokens(server);
  const claims = tokens.claims();
  if (claims === undefined)
    throw new CommandRefused("The service sent no ID token: who you are is not known.");
  const told = (name: string) => String(claims[name] ?? "");
  return {
    issuer: server.serverMetadata().issuer,
    clientId: place.clientId,
    authorityFile,
    person: {
      displayName: told("name"),
      userName: told("preferred_username"),
      userId: told("oid"),
      tenantId: told("tid"),
    },
    ...tokensToKeep(tokens),
  };
}

async function askForTokens(
  server: Configuration,
): Promise<Awaited<ReturnType<typeof pollDeviceAuthorizationGrant>>> {
  try {
    const device = await initiateDeviceAuthorization(server, { scope });
    printAside(`Open ${device.verification_uri} in a browser and enter the code ${device.user_code}\n`);
    printAside("Waiting ...");
    return await pollDeviceAuthorizationGrant(server, device);
  } catch (error) {
    if (error instanceof ResponseBodyError) throw new CommandRefused(reasonOf(error));
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  authorization_declined: "The sign-in was cancelled in the browser.",
  expired_token: "The code was not used in time. 'guesthouse login' makes another one.",
};

function reasonOf({ error, error_description: description }: ResponseBodyError): string {
  return reasons[error] ?? `The service refuses: ${description ?? error}`;
}
