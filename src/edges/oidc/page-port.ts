import type { Context } from "hono";

/** An error that is shown, because redirecting would be unsafe or there is nowhere to redirect to. */
export interface ShownError {
  readonly status: 400 | 401 | 403 | 404 | 500;
  /** The OAuth name of the error. */
  readonly error: string;
  readonly aadsts: number;
  /** The sentence for the developer, without number and ids. */
  readonly text: string;
  readonly correlationId: string;
  readonly traceId: string;
  readonly time: Date;
}

/** Pages the protocol needs; written elsewhere and handed in by the composition root. */
export interface PagePort {
  showError(c: Context, error: ShownError): Response | Promise<Response>;
  /**
   * A form that posts itself to the application (OAuth 2.0 Form Post Response Mode). The page's policy must let forms
   * go to the redirect URI, which has been verified.
   */
  showFormPost(
    c: Context,
    form: {
      readonly redirectUri: string;
      readonly fields: Readonly<Record<string, string>>;
      readonly applicationName: string;
    },
  ): Response | Promise<Response>;
  /** `frames`: front-channel sign-out addresses of applications, to be loaded unseen. */
  showSignedOut(
    c: Context,
    view: { readonly frames: readonly string[]; readonly continueTo: string | undefined },
  ): Response | Promise<Response>;
  /** What a number means: the target of `error_uri`. */
  showErrorMeaning(
    c: Context,
    view: { readonly code: string; readonly meaning: string | undefined },
  ): Response | Promise<Response>;
}
