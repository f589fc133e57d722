import type { Context } from "hono";
import type { PolicyOutcome } from "../../domain/audit/rules/policy-outcome.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { AdminConsentOutcome } from "../../domain/signin/complete-admin-consent.ts";
import type { VisitOutcome } from "../../domain/signin/complete-visit.ts";
import type { FoundHome } from "../../domain/signin/find-home.ts";
import type { AdminConsentRequest } from "../../domain/signin/rules/admin-consent-request.ts";
import type { AuthorizationRequest } from "../../domain/signin/rules/authorization-request.ts";
import type { CompletedSignIn } from "../../domain/signin/rules/completed-sign-in.ts";
import type { HomeRequest } from "../../domain/signin/rules/home-request.ts";
import type { SignedInAccount } from "../../domain/signout/rules/signed-in-account.ts";
import type { Visit } from "../../domain/visits/rules/visit.ts";
import type { SessionId, TenantId, TransactionId } from "../../foundation/identifiers.ts";

/** A person is signed in, may use the application and has consented. */
export interface SignInCompleted {
  readonly kind: "completed";
  readonly signIn: CompletedSignIn;
  /** Who that is, as read for the decision a moment ago. */
  readonly user: User;
}

/** The sign-in ended without an answer to give. */
export interface SignInRefused {
  readonly kind: "refused";
  /** The OAuth name of the error. */
  readonly error: string;
  readonly aadsts: number;
  readonly description: string;
  /** Whether the application may be told; otherwise a page says it. */
  readonly redirectable: boolean;
  /** What the protocol edge gave along (`AuthorizationRequest.answer`); needed to tell the application. */
  readonly request: AuthorizationRequest;
  /** What the tenant's conditional access policies said. */
  readonly policyOutcomes: readonly PolicyOutcome[];
}

interface Interaction {
  readonly kind: "interact";
  readonly location: string;
}

/** Nobody could be asked, and nothing told where the person is at home. */
export interface HomeRefused extends Pick<SignInRefused, "kind" | "error" | "aadsts" | "description"> {}

/** How the protocol asks for a person to be signed in. Wired by the composition root, so that edges do not know each other. */
export interface SignInPort {
  /** Decides from the browser's session alone; a journey is stored only when a person must act. */
  begin(
    c: Context,
    request: AuthorizationRequest,
  ): Promise<SignInCompleted | SignInRefused | { readonly kind: "interact"; readonly location: string }>;
  /** Finds the tenant of a request that named none, from hints and the browser's session or on a page. */
  findHome(c: Context, request: HomeRequest): Promise<FoundHome | HomeRefused | Interaction>;
  /** What that page has found (`/{alias}/oauth2/v2.0/authorize/home?transaction=ID`). */
  homeFound(
    c: Context,
    transactionId: TransactionId,
  ): Promise<(FoundHome & { readonly request: HomeRequest }) | Interaction | { readonly kind: "unknown" }>;
  /** Begins a journey of pages in any case; returns where. */
  start(c: Context, request: AuthorizationRequest): Promise<string>;
  /** The journey ended (`/{tenant}/oauth2/v2.0/authorize/complete?transaction=ID`); answers once. */
  complete(
    c: Context,
    transactionId: TransactionId,
  ): Promise<
    | SignInCompleted
    | SignInRefused
    | { readonly kind: "interact"; readonly location: string }
    | { readonly kind: "unknown" }
  >;
  /** Begins the journey on which an administrator is asked for consent; returns where it goes on. */
  startAdminConsent(c: Context, request: AdminConsentRequest): Promise<string>;
  /** That journey ended (`/{tenant}/adminconsent/complete?transaction=ID`); answers once. */
  completeAdminConsent(
    c: Context,
    transactionId: TransactionId,
  ): Promise<
    | Exclude<AdminConsentOutcome, { readonly kind: "interact" }>
    | { readonly kind: "interact"; readonly location: string }
  >;
  /** Begins the journey on which a member tells an organisation elsewhere who they are; returns where it goes on. */
  startVisit(c: Context, tenantId: TenantId, visit: Visit): Promise<string>;
  /** That journey ended (`/{tenant}/partner/complete?transaction=ID`); answers once. */
  completeVisit(
    c: Context,
    transactionId: TransactionId,
  ): Promise<Exclude<VisitOutcome, { readonly kind: "interact" }> | Interaction>;
  /** Who is signed in to the browser that asks; undefined when it has no session. */
  findSignedIn(c: Context): Promise<SignedInBrowser | undefined>;
  /** Signs accounts out of the browser that asks. */
  signOut(c: Context, accountIds: readonly string[]): Promise<void>;
}

export interface SignedInBrowser {
  readonly sessionId: SessionId;
  readonly accounts: readonly SignedInAccount[];
}
