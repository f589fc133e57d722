/** The service cannot start as it was asked to; the message says what is wrong, where it was set and what to change. */
export class StartRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "StartRefused";
    this.code = code;
  }
}
