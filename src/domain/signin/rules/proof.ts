import type { ExternalIdentity } from "../../directory/rules/external-identity.ts";
import type { SessionProvider } from "./session-account.ts";

/** That somebody has proved who they are, before it is an account of a browser's session. Plain JSON. */
export interface Proof {
  readonly identity: ExternalIdentity;
  readonly displayName: string;
  /** RFC 8176 names. */
  readonly amr: readonly string[];
  /** Given when a tenant's own provider proved it. */
  readonly provider?: SessionProvider;
}
