/** How somebody stands to their second factor, in one browser. */
export interface SecondFactorStanding {
  readonly isSetUp: boolean;
  /** Undefined: not in this browser, too long ago, or before the app was reset or sessions were revoked. */
  readonly provedAt: Date | undefined;
}
