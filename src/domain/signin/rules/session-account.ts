import type {
  ApplicationId,
  ProviderId,
  SessionId,
  TenantId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";

/** Somebody who has proved who they are in this browser: who, how (`amr`, RFC 8176), when, and through which provider. */
export interface SessionAccount {
  /** Lasts from sign-in to sign-out in this browser; applications know it as `sid`. */
  readonly accountId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly providerKind: IdentityProviderKind;
  /** What to call the account on pages: its address, or its user name where it has none. */
  readonly email: string | undefined;
  readonly displayName: string;
  readonly amr: readonly string[];
  /** The tenant's own provider that proved it; undefined for what the deployment proves itself. */
  readonly provider: SessionProvider | undefined;
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
}

/**
 * A provider, and the tenant that trusts it. No other tenant takes its word: whoever sets up a provider decides what it
 * calls itself.
 */
export interface SessionProvider {
  readonly tenantId: TenantId;
  readonly providerId: ProviderId;
  /** The addresses it stated as verified. */
  readonly statedAddresses: readonly string[];
}

/** By which name an application was told of its person by SAML. */
export interface AssertedName {
  readonly format: "persistent" | "email-address" | "transient" | "unspecified";
  readonly value: string;
  readonly spNameQualifier?: string | undefined;
}

/** An application that was signed in to from a session, and as whom. */
export interface SessionApplication {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly userId: UserId;
  /** The account of the session that is this user there. */
  readonly accountId: string;
  /** Undefined: it was told by tokens. */
  readonly assertedName?: AssertedName | undefined;
  /** Of the ID tokens it got; absent in news of sign-outs queued before it was remembered. */
  readonly tokenVersion?: 1 | 2;
}

/** A browser's session with the deployment, the accounts signed in to it, and where they went. */
export interface BrowserSession {
  readonly sessionId: SessionId;
  readonly accounts: readonly SessionAccount[];
  readonly applications: readonly SessionApplication[];
  /** Where the browser asks from just now, as far as that is seen. */
  readonly networkAddress?: string | undefined;
}

/** A session ends a day after it was last used, and an account in it a day after its proof. */
export const sessionLifetimeSeconds = 24 * 3600;
