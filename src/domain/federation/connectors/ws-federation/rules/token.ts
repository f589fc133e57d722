import type { Attributes } from "../../signed-assertions/rules/stated-attributes.ts";

/** What a security token says, be it an assertion of SAML 1.1 or of SAML 2.0; its signature is verified. */
export interface Token {
  readonly id: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly notBefore: Date | undefined;
  readonly notOnOrAfter: Date;
  /** For each restriction the audiences it names. */
  readonly audiences: readonly (readonly string[])[];
  readonly nameId: string | undefined;
  readonly nameIdFormat: string | undefined;
  readonly confirmations: readonly TokenConfirmation[];
  /** When the person proved themselves at the provider, where it says so. */
  readonly provedAt: Date | undefined;
  readonly attributes: Attributes;
}

/** How whoever brings the token shows that it is theirs. */
export interface TokenConfirmation {
  readonly method: string;
  /** SAML 2.0 only. */
  readonly recipient?: string | undefined;
  /** SAML 2.0 only. */
  readonly inResponseTo?: string | undefined;
  readonly notBefore?: Date | undefined;
  readonly notOnOrAfter?: Date | undefined;
}
