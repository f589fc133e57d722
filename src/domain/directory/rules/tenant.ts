import type { DomainName } from "../../../foundation/domain-name.ts";
import type { TenantId } from "../../../foundation/identifiers.ts";
import type { Branding } from "./branding.ts";

/** An organisation of this deployment. */
export interface Tenant {
  readonly tenantId: TenantId;
  readonly displayName: string;
  /** `<name>.guesthouse.internal`: given at creation, never changed, the suffix of guests' user principal names. */
  readonly initialDomain: DomainName;
  /** The domain the organisation is known by: its default verified domain, else the initial one. */
  readonly primaryDomain: DomainName;
  readonly verifiedDomains: readonly DomainName[];
  /** How its pages look, in general and by language. */
  readonly brandings: readonly Branding[];
  readonly privacyStatementUrl: string | undefined;
  readonly termsUrl: string | undefined;
  /** Whom guests write to. */
  readonly contactEmail: string | undefined;
  readonly technicalContacts: readonly string[];
  readonly defaultLanguage: string;
  /** Keeps the pairwise subjects of this tenant apart from every other's. */
  readonly pairwiseSalt: Buffer;
  readonly createdAt: Date;
}
