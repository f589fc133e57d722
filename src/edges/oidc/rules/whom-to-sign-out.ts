import type { SignedInAccount } from "../../../domain/signout/rules/signed-in-account.ts";
import type { IdTokenHint } from "../../../domain/tokens/rules/id-token-hint.ts";
import type { ApplicationId } from "../../../foundation/identifiers.ts";

/** What a sign-out request says about whom it means. */
export interface SignOutMeaning {
  /** An ID token that we signed. */
  readonly idToken: IdTokenHint | undefined;
  /** The name in `logout_hint`. */
  readonly name: string | undefined;
  /** Applications that the return address is registered for. */
  readonly returnsTo: readonly ApplicationId[];
  /** The browser goes to this address itself, rather than loading it as part of another site's page. */
  readonly isNavigation: boolean;
}

export type SignOutDecision =
  | { readonly kind: "at-once"; readonly accounts: readonly SignedInAccount[] }
  | { readonly kind: "ask" };

/**
 * Whom to sign out, and whether to ask first (OpenID Connect RP-Initiated Logout 1.0 sections 2 and 6). An ID token
 * proves that an application of this person asks. Many clients send none: then it counts as such when the browser
 * itself comes, the account meant is clear, and it returns to an application that is in use as this account.
 */
export function whomToSignOut(
  accounts: readonly SignedInAccount[],
  meaning: SignOutMeaning,
): SignOutDecision {
  const { idToken, name } = meaning;
  if (accounts.length === 0) return { kind: "at-once", accounts };
  if (idToken)
    return { kind: "at-once", accounts: accounts.filter((account) => isAccountOf(idToken, account)) };
  const meant = name ? accounts.filter(({ names }) => names.includes(name.toLowerCase())) : accounts;
  const [only, second] = meant;
  if (!only || second || !meaning.isNavigation) return { kind: "ask" };
  const isInUse = only.applications.some(({ applicationId }) => meaning.returnsTo.includes(applicationId));
  return isInUse ? { kind: "at-once", accounts: [only] } : { kind: "ask" };
}

function isAccountOf({ sid, tenantId, userId }: IdTokenHint, account: SignedInAccount): boolean {
  return (
    account.accountId === sid ||
    account.applications.some((used) => used.tenantId === tenantId && used.userId === userId)
  );
}
