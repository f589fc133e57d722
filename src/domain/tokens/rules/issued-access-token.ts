/** An access token, and how long it is good. */
export interface IssuedAccessToken {
  readonly text: string;
  readonly issuedAt: Date;
  readonly lifetimeSeconds: number;
}
