export type OutboundFailureCode =
  | "url-refused"
  | "address-refused"
  | "redirect-refused"
  | "too-many-redirects"
  | "time-limit-reached"
  | "size-limit-reached"
  | "certificate-refused"
  | "unreachable";

/** Why a call to the outside gave no answer. Thrown rather than returned, so that libraries can be handed `outboundFetch` as their fetch. */
export class OutboundFailure extends Error {
  readonly code: OutboundFailureCode;

  constructor(code: OutboundFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "OutboundFailure";
    this.code = code;
  }
}
