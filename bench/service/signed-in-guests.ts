import { createMember } from "../../src/domain/directory/create-member.ts";
import { findTenant } from "../../src/domain/directory/find-tenant.ts";
import type { Tenant } from "../../src/domain/directory/rules/tenant.ts";
import {
  addressesVouchedFor,
  tenantIdentity,
} from "../../src/domain/federation/connectors/tenant/tenant-identity.ts";
import { inviteGuest } from "../../src/domain/invitations/invite-guest.ts";
import { redeemInvitation } from "../../src/domain/redemption/redeem-invitation.ts";
import { addAccount, openBrowserSession } from "../../src/domain/signin/sessions/browser-session.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { accepted, byOperator } from "../../test/support/test-machine.ts";

/**
 * Guests who have accepted, each with a browser in which they are signed in. Members of the partner organisation:
 * of the ways to be a guest the one that costs a sign-in most, because their home is asked too.
 */
export async function signedInGuests(
  machine: Machine,
  tenants: { readonly resource: string; readonly home: string },
  count: number,
): Promise<string[]> {
  const resource = await tenantOf(machine, tenants.resource);
  const home = await tenantOf(machine, tenants.home);
  const cookies: string[] = [];
  for (let number = 0; number < count; number += 1)
    cookies.push(await signedInGuest(machine, { resource, home }, number));
  return cookies;
}

async function signedInGuest(
  machine: Machine,
  { resource, home }: { readonly resource: Tenant; readonly home: Tenant },
  number: number,
): Promise<string> {
  const address = `bench-${number}@${home.primaryDomain}`;
  const member = accepted(
    await createMember(machine, byOperator, {
      tenantId: home.tenantId,
      userPrincipalName: address,
      displayName: `Bench ${number}`,
      givenName: "Bench",
      surname: String(number),
      password: "a long password of a bench",
    }),
  );
  const invited = accepted(
    await inviteGuest(machine, byOperator, {
      tenantId: resource.tenantId,
      email: address,
      redirectUrl: "http://localhost/callback",
      sendMail: false,
    }),
  );
  const identity = tenantIdentity(member);
  accepted(
    await redeemInvitation(machine, byOperator, {
      tenantId: resource.tenantId,
      userId: invited.user.userId,
      invitationId: undefined,
      identity,
      provenAddresses: addressesVouchedFor(home, member),
    }),
  );
  const { session } = await openBrowserSession(machine);
  const proof = { identity, displayName: member.displayName, amr: ["pwd"] };
  const { cookie } = await addAccount(machine, session.sessionId, proof);
  return `guesthouse=${cookie}`;
}

async function tenantOf(machine: Machine, tenantId: string): Promise<Tenant> {
  const tenant = await findTenant(machine.database, tenantId as TenantId);
  if (!tenant) throw new Error(`there is no tenant ${tenantId}`);
  return tenant;
}
