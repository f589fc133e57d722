import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { SessionApplication } from "../../domain/signin/rules/session-account.ts";
import type { SignedInAccount } from "../../domain/signout/rules/signed-in-account.ts";
import { tokenIssuer } from "../../domain/tokens/rules/token-issuer.ts";
import type { Machine } from "../../platform/machine.ts";
import { frontChannelAddress } from "./rules/front-channel-address.ts";
import { logoutRequestAddress } from "./saml/logout-request-address.ts";

/** The application that asked for the sign-out itself, and is answered another way. */
export type SignOutInitiator = Pick<SessionApplication, "tenantId" | "applicationId">;

/** Addresses that tell applications through the browser whose sign-in has ended, each once. */
export async function frontChannelFrames(
  machine: Machine,
  leaving: readonly SignedInAccount[],
  inUse: readonly ApplicationInTenant[],
  initiator: SignOutInitiator | undefined,
): Promise<string[]> {
  const ended = leaving
    .flatMap(({ applications }) => applications)
    .filter((used) => !isSame(used, initiator));
  const addresses = await Promise.all(
    ended.map((used) => {
      const client = inUse.find(({ servicePrincipal }) => isSame(used, servicePrincipal));
      return client && addressAt(machine, client, used);
    }),
  );
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

/** In the way that the person signed in to it. */
function addressAt(
  machine: Machine,
  { application }: ApplicationInTenant,
  used: SessionApplication,
): string | undefined | Promise<string | undefined> {
  if (used.assertedName) return logoutRequestAddress(machine, application, used, used.assertedName);
  const issuer = tokenIssuer(machine.configuration.publicUrl, used.tenantId, used.tokenVersion ?? 2);
  return frontChannelAddress(application, { issuer, sid: used.accountId });
}

function isSame(one: SignOutInitiator, other: SignOutInitiator | undefined): boolean {
  return one.tenantId === other?.tenantId && one.applicationId === other.applicationId;
}
