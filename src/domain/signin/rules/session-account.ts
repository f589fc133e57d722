import type { SessionId } from "../../../foundation/identifiers.ts";
import type { IdentityProviderKind } from "../../directory/rules/external-identity.ts";

/** Somebody who has proved who they are in this browser: who, how (`amr`, RFC 8176), when, and through which provider. */
export interface SessionAccount {
  readonly accountId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly providerKind: IdentityProviderKind;
  /** What to call the account on pages: its address, or its user name where it has none. */
  readonly email: string | undefined;
  readonly displayName: string;
  readonly amr: readonly string[];
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
}

/** A browser's session with the deployment, and the accounts signed in to it. */
export interface BrowserSession {
  readonly sessionId: SessionId;
  readonly accounts: readonly SessionAccount[];
}

/** A session ends a day after it was last used, and an account in it a day after its proof. */
export const sessionLifetimeSeconds = 24 * 3600;
