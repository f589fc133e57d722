/** What came of one conditional access policy at a sign-in, as the log keeps it. Plain JSON. */
export interface PolicyOutcome {
  readonly policyId: string;
  readonly displayName: string;
  /** It demanded nothing; the log alone says what it would have. */
  readonly isReportOnly: boolean;
  readonly controls: readonly ("block" | "second-factor" | "terms")[];
  readonly result: "not-applied" | "fulfilled" | "demanded" | "blocked";
}
