/** What a provider asserts (SAML Core section 2.3.3), its signature verified. */
export interface Assertion {
  readonly id: string;
  readonly issuer: string;
  readonly nameId: string;
  readonly nameIdFormat: string | undefined;
  readonly confirmations: readonly SubjectConfirmation[];
  readonly notBefore: Date | undefined;
  readonly notOnOrAfter: Date;
  /** For each AudienceRestriction the audiences it names. */
  readonly audiences: readonly (readonly string[])[];
  /** When the person proved themselves at the provider. */
  readonly provedAt: Date;
  /** Values by the attribute's name. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** SAML Core section 2.4.1.1. */
export interface SubjectConfirmation {
  readonly method: string;
  readonly recipient: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly notBefore: Date | undefined;
  readonly notOnOrAfter: Date | undefined;
}
