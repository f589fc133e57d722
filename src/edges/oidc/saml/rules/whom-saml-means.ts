import type { SessionApplication } from "../../../../domain/signin/rules/session-account.ts";
import type { SignedInAccount } from "../../../../domain/signout/rules/signed-in-account.ts";
import { sessionIndexOf } from "../../../../domain/tokens/saml/rules/session-index.ts";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";

/** What an application says about whom it wants signed out (SAML Core section 3.7.1). */
export interface SamlSignOutMeaning {
  readonly application: Pick<SessionApplication, "tenantId" | "applicationId">;
  readonly name: string;
  /** None: all sign-ins under this name. */
  readonly sessionIndexes: readonly string[];
  /** The browser goes to the address itself, rather than loading it as part of another site's page. */
  readonly isNavigation: boolean;
}

export type SamlSignOutRefusal = { readonly code: "saml-not-participant" | "saml-session-unknown" };

/**
 * Whose sign-in ends. A session index tells that the application was told of this very sign-in. A name alone, which
 * others may know, counts when the browser itself comes.
 */
export function whomSamlMeans(
  accounts: readonly SignedInAccount[],
  { application, name, sessionIndexes, isNavigation }: SamlSignOutMeaning,
): Result<readonly SignedInAccount[], SamlSignOutRefusal> {
  // Nobody is signed in: what was asked for is so already.
  if (accounts.length === 0) return accept([]);
  const using = accounts.flatMap((account) => {
    const used = account.applications.find(
      (one) => one.tenantId === application.tenantId && one.applicationId === application.applicationId,
    );
    return used ? [{ account, used }] : [];
  });
  if (using.length === 0) return refuse({ code: "saml-not-participant" });
  const meant = using.filter(({ account, used }) =>
    sessionIndexes.length > 0
      ? sessionIndexes.includes(sessionIndexOf(account.accountId)) && mayBeCalled(used, name)
      : isNavigation && used.assertedName?.value === name,
  );
  return meant.length > 0
    ? accept(meant.map(({ account }) => account))
    : refuse({ code: "saml-session-unknown" });
}

/** A name for once changes with every sign-in of the session. */
function mayBeCalled({ assertedName: known }: SessionApplication, name: string): boolean {
  return known === undefined || known.format === "transient" || known.value === name;
}
