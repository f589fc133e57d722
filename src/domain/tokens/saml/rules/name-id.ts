import type { User } from "../../../directory/rules/user.ts";
import { emailClaim, signInName } from "../../rules/person-claims.ts";
import type { NameIdFormat } from "./name-id-format.ts";

/** What an application calls a person, and in which kind of name (SAML Core section 2.2.3). */
export interface NameId {
  readonly format: NameIdFormat;
  readonly value: string;
  /** A group of applications that share the name; told back as it was asked. */
  readonly spNameQualifier?: string | undefined;
}

/** What kind of name an application asked for (SAML Core section 3.4.1.1). */
export interface NameIdPolicy {
  /** Undefined: whichever we choose. */
  readonly format?: NameIdFormat | undefined;
  readonly spNameQualifier?: string | undefined;
}

/**
 * What a person is called at one application: unless it asks for something else, by a name that is theirs there for
 * good and tells nothing elsewhere. An address is a guest's own, never the name that the tenant made.
 */
export function nameIdOf(
  { format, spNameQualifier }: NameIdPolicy,
  names: { readonly user: User; readonly pairwise: string; readonly once: string },
): NameId {
  const { user } = names;
  switch (format) {
    case "email-address":
      return { format, value: emailClaim(user, true) ?? signInName(user), spNameQualifier };
    case "transient":
      return { format, value: names.once, spNameQualifier };
    case "persistent":
    case "unspecified":
    case undefined:
      return { format: "persistent", value: names.pairwise, spNameQualifier };
  }
}
