import type { SecondFactorId } from "../../../foundation/identifiers.ts";

/** The app by which a user of a tenant proves a second time who they are. */
export interface AuthenticatorApp {
  readonly factorId: SecondFactorId;
  readonly setUpAt: Date;
}

/** What every authenticator app can do: RFC 6238 with its defaults; others are ignored by some of the apps. */
export const appManner = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** 160 bits: as long as the hash, which RFC 4226 section 4 recommends. */
export const secretBytes = 20;

/** A phone's clock may be this many steps before or behind (RFC 6238 section 5.2). */
export const stepsOfGrace = 1;

/** A secret that was shown is good for this long; whoever comes later gets another. */
export const enrolmentLifetimeSeconds = 3600;

/** A code counts in the browser it was entered in for as long as an account of a session. */
export const proofLifetimeSeconds = 24 * 3600;

/** Whoever replaces or removes their app has entered a code of it just before. */
export const freshProofSeconds = 600;
