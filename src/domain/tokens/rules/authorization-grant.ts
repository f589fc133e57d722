import type { Platform } from "../../applications/rules/application.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";
import type { TenantAlias } from "./tenant-alias.ts";

/** How a person proved who they are, as far as tokens tell it. */
export interface SignInEvidence {
  /** The `sid` of tokens: one account's stay in one browser. */
  readonly sessionId: string;
  /** RFC 8176 names. */
  readonly amr: readonly string[];
  /** ISO 8601. */
  readonly authenticatedAt: string;
  /** Where the person's browser was, as far as that was seen. */
  readonly ipAddress?: string | undefined;
  /** Who authenticated the person; undefined when the tenant did it itself. */
  readonly authenticatedBy?:
    | {
        readonly kind: IdentityProviderKind;
        readonly issuer: string;
        readonly subject: string;
        /** The addresses that a provider of the tenant stated as verified, in domains it may speak for. */
        readonly vouchedAddresses?: readonly string[] | undefined;
      }
    | undefined;
}

/** RFC 7636 section 4.2. */
export interface CodeChallenge {
  readonly method: "S256" | "plain";
  readonly value: string;
}

/**
 * What a person let an application have, kept with the code and handed on from one refresh token to the next.
 * Plain JSON, because it is stored.
 */
export interface AuthorizationGrant {
  readonly redirectUri: string;
  readonly platform: Platform;
  /** The scope parameter of the authorization request, as it was spelled. */
  readonly scope: string;
  /** The endpoint that gave the code out, which alone takes it back; absent for the second. */
  readonly version?: 1 | 2 | undefined;
  /** The resource of the first version's parameter of that name, as it was spelled. */
  readonly resource?: string | undefined;
  /** When the person was let in: a later revocation of sessions voids the grant. ISO 8601. */
  readonly grantedAt: string;
  readonly signIn: SignInEvidence;
  /** The name that stood in the place of the tenant when the person was asked for. */
  readonly alias?: TenantAlias | undefined;
  /** Belongs to the code alone: a refreshed ID token carries no nonce (OpenID Connect Core section 12.2). */
  readonly nonce?: string | undefined;
  readonly codeChallenge?: CodeChallenge | undefined;
  /** Claims the request asked ID tokens to carry, beyond those the application is registered for. */
  readonly requestedClaims: readonly string[];
}
