import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findUser, identitiesOf } from "../directory/find-user.ts";
import type { User } from "../directory/rules/user.ts";
import { homeStanding } from "./home-standing.ts";
import { type GrantVoid, grantVoid, type HomeStanding } from "./rules/grant-holder.ts";

/** Why an access token does not count any more, although it is whole and its time is not over. */
export interface TokenVoid {
  readonly code: GrantVoid;
  /** A proof from this moment on makes tokens that count again, if the person may come in at all. */
  readonly provenSince: Date;
}

/** A token tells its second only, so one of the same second counts as issued after a revocation. */
const restOfSecondMilliseconds = 999;

/**
 * The user an access token was issued for, asked at every use: who is disabled, deleted or signed out everywhere, in
 * the tenant or at home, loses what was given at once and not at the token's end.
 */
export async function findTokenHolder(
  machine: Machine,
  token: { readonly tenantId: TenantId; readonly userId: UserId; readonly issuedAt: Date },
): Promise<Result<User, TokenVoid>> {
  const { tenantId, userId, issuedAt } = token;
  const user = await findUser(machine.database, tenantId, userId);
  const counted = new Date(issuedAt.getTime() + restOfSecondMilliseconds);
  const home = user?.isExternal ? await standingAtHome(machine, user, counted) : undefined;
  const voided = grantVoid(user, counted, home);
  // A guest who is asked to accept again lost what they had at that moment; that is what counts here.
  if (user && (!voided || voided === "redemption-pending")) return accept(user);
  return refuse({
    code: voided ?? "user-unknown",
    provenSince: voided === "sessions-revoked" ? lastRevocation(user, home) : machine.clock(),
  });
}

async function standingAtHome(
  machine: Machine,
  { tenantId, userId }: User,
  counted: Date,
): Promise<HomeStanding | undefined> {
  const identity = (await identitiesOf(machine.database, tenantId, [userId])).get(userId);
  if (identity === undefined) return undefined;
  const { providerKind: kind, issuer, subject } = identity;
  return homeStanding(machine, {
    authenticatedBy: { kind, issuer, subject },
    authenticatedAt: counted.toISOString(),
  });
}

function lastRevocation(user: User | undefined, home: HomeStanding | undefined): Date {
  const moments = [user, home?.member].map((one) => one?.sessionsValidFrom.getTime() ?? 0);
  return new Date(Math.max(...moments));
}
