import type { VisitedOrganisation } from "./visited-organisation.ts";

/**
 * What an organisation of another deployment asks: who is this member of yours? Already checked by the protocol edge.
 * Plain JSON, because it is stored with the journey and with the code.
 */
export interface Visit {
  readonly organisation: VisitedOrganisation;
  readonly state: string;
  readonly nonce: string;
  /** S256 (RFC 7636 section 4.2). */
  readonly codeChallenge: string;
  readonly loginHint: string | undefined;
  /** `prompt=login`: an earlier proof is not enough. */
  readonly mustProveAgain: boolean;
}
