import type { Context } from "hono";
import type { ErrorRemedy } from "../shared/error-remedy.ts";

/** An error that is shown, because redirecting would be unsafe or there is nowhere to redirect to. */
export interface ShownError {
  readonly status: 400 | 401 | 403 | 404 | 405 | 429 | 500;
  /** The OAuth name of the error. */
  readonly error: string;
  readonly aadsts: number;
  /** The sentence for the developer, without number and ids. */
  readonly text: string;
  readonly correlationId: string;
  readonly traceId: string;
  readonly time: Date;
}

export interface SignOutQuestion {
  readonly accounts: readonly {
    readonly accountId: string;
    readonly address: string;
    readonly displayName: string;
  }[];
  readonly action: string;
  readonly csrf: string;
  readonly hidden: Readonly<Record<string, string>>;
}

export interface SignedOut {
  /** The account that was signed out, when it was one of several. */
  readonly address: string | undefined;
  /** Front-channel sign-out addresses of applications, to be loaded unseen. */
  readonly frames: readonly string[];
  readonly continueTo: string | undefined;
}

/** Why a code typed for a device leads nowhere. */
export type DeviceCodeProblem =
  | { readonly code: "user-code-unknown" }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

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
  /** What a device tells its person, in the language asked for. */
  deviceMessage(c: Context, view: { readonly url: string; readonly code: string }): string;
  /** Asks for the code that a device shows; posts `code`. */
  showDeviceCode(
    c: Context,
    view: { readonly csrf: string; readonly code?: string; readonly problem?: DeviceCodeProblem },
  ): Response | Promise<Response>;
  /** What became of the sign-in on a device. */
  showDeviceEnd(
    c: Context,
    view: { readonly applicationName: string; readonly end: "approved" | "declined" | "too-late" },
  ): Response | Promise<Response>;
  /** Asks whom to sign out; posts `account` (an id, `all` or `none`) with `csrf` and the hidden fields. */
  showSignOutQuestion(c: Context, view: SignOutQuestion): Response | Promise<Response>;
  /** Leads on to an organisation elsewhere, by a link that is followed at once. */
  showGoingOn(
    c: Context,
    view: {
      readonly visited: { readonly displayName: string; readonly host: string };
      readonly continueUrl: string;
    },
  ): Response | Promise<Response>;
  showSignedOut(c: Context, view: SignedOut): Response | Promise<Response>;
  /** What a number means: the target of `error_uri`. */
  showErrorMeaning(
    c: Context,
    view: {
      readonly code: string;
      readonly meaning: string | undefined;
      readonly remedy: ErrorRemedy | undefined;
    },
  ): Response | Promise<Response>;
}
