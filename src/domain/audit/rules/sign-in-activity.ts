/** The last entry of one sort in the sign-in log. */
export interface LastSignIn {
  readonly at: Date;
  /** Its id in the log, as long as that keeps it. */
  readonly eventId: string;
}

/** When somebody last signed in to a tenant, or tried to. */
export interface SignInActivity {
  /** By themselves, with success or without. */
  readonly interactive: LastSignIn | undefined;
  /** A client for them, with success or without. */
  readonly nonInteractive: LastSignIn | undefined;
  /** Either, with success. */
  readonly success: LastSignIn | undefined;
}
