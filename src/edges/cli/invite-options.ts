/** What `guesthouse invite` was told, for addresses and for files. */
export interface InviteOptions {
  readonly as: string | undefined;
  readonly name: string | undefined;
  readonly message: string | undefined;
  readonly language: string | undefined;
  readonly redirectUrl: string | undefined;
  readonly app: string | undefined;
  readonly mail: boolean;
  readonly lifetimeDays: number | null | undefined;
  readonly links: boolean;
  readonly dryRun: boolean;
  readonly tenant: string | undefined;
  readonly remote: boolean;
  readonly authority: string | undefined;
  readonly json: boolean;
  readonly csv: string | undefined;
  readonly results: string | undefined;
  readonly again: boolean;
  readonly skipProblems: boolean;
}
