import type {
  AgreementFileId,
  ApplicationId,
  InvitationId,
  ProviderId,
  TenantId,
  TransactionId,
} from "../../../foundation/identifiers.ts";
import type { StatedProfile } from "../../federation/rules/stated-profile.ts";
import type { SignUpFacts } from "../../signup/rules/sign-up-facts.ts";
import type { Visit } from "../../visits/rules/visit.ts";
import type { AdminConsentRequest } from "./admin-consent-request.ts";
import type { AuthorizationRequest } from "./authorization-request.ts";
import type { HomeRequest } from "./home-request.ts";
import type { Proof } from "./proof.ts";

/** Why somebody is signing in. */
export type Purpose =
  /** An application asked over OpenID Connect. */
  | { readonly kind: "authorize"; readonly request: AuthorizationRequest }
  /** An application asked an administrator to allow it something for everybody. */
  | { readonly kind: "admin-consent"; readonly request: AdminConsentRequest }
  /** An application asked and named no tenant. */
  | { readonly kind: "find-home"; readonly request: HomeRequest }
  /** A guest opened an invitation's link. */
  | { readonly kind: "redeem"; readonly tenantId: TenantId; readonly invitationId: InvitationId }
  /** One of our own pages asked; without a tenant any account will do. */
  | { readonly kind: "visit"; readonly tenantId: TenantId | undefined; readonly path: string }
  /** A partner's provider sent somebody whom nobody had asked for; they go on to an application, or to My Apps. */
  | {
      readonly kind: "arrive";
      readonly tenantId: TenantId;
      readonly applicationId: ApplicationId | undefined;
    }
  /** Another transaction of this browser wants to know who the person is in their home tenant. */
  | {
      readonly kind: "vouch";
      readonly tenantId: TenantId;
      readonly forTransaction: TransactionId;
      readonly address: string;
    }
  /** An organisation of another deployment wants to know who its guest is. */
  | { readonly kind: "vouch-abroad"; readonly tenantId: TenantId; readonly visit: Visit };

/** How the person will prove who they are, once home-realm discovery knows. */
export type Method =
  /** By the password of this tenant, where they are a member. */
  | { readonly kind: "password"; readonly address: string }
  /** By signing in at their home tenant of this deployment. */
  | { readonly kind: "tenant"; readonly homeTenantId: TenantId; readonly address: string }
  /** By a code mailed to the address. */
  | { readonly kind: "email-code"; readonly address: string }
  /** By an identity provider that the tenant trusts. */
  | { readonly kind: "provider"; readonly providerId: ProviderId; readonly address: string };

/** The person was sent to a provider; what must come back unchanged, and what only we remember. */
export interface Detour {
  readonly providerId: ProviderId;
  readonly state: string;
  readonly returnUrl: string;
  readonly remembered: Readonly<Record<string, string>>;
}

/** A provider could not be asked, or gave an answer that proves nothing. */
export interface ProviderFailure {
  readonly providerId: ProviderId;
  readonly reason: ProviderFailureReason;
}

export type ProviderFailureReason =
  | "unreachable"
  | "answer-wrong"
  | "denied"
  | "account-disabled"
  | "address-unproven"
  | "switched-off";

/**
 * What is known about one sign-in. Steps only ever add facts; `nextStep` decides from them. Plain JSON.
 * Times are ISO 8601 text.
 */
export interface SignInFacts {
  readonly purpose: Purpose;
  readonly startedAt: string;
  readonly method?: Method;
  /**
   * Whom a provider sent without being asked. Whoever made the browser bring it may be somebody else (a login CSRF), so
   * it is nobody's account before the person says that it is theirs.
   */
  readonly arrival?: Proof;
  /** The organisation that the typed address belongs to, where none was named before. */
  readonly home?: { readonly tenantId: TenantId; readonly address: string };
  /** The session account the person uses here. */
  readonly accountId?: string;
  /** The person asked to type another address. */
  readonly useAnother?: true;
  /** Signed in as somebody else, the person chose to go on as the one invited. */
  readonly continueAsInvited?: true;
  /** The invitation was accepted on this journey. ISO 8601. */
  readonly acceptedAt?: string;
  readonly codeSentAt?: string;
  readonly detour?: Detour;
  readonly providerFailure?: ProviderFailure;
  /** The person agreed on this very journey to what the application asked (for `prompt=consent`, or as administrator). */
  readonly consentedAt?: string;
  /** The documents that the person opened on this journey, to accept them. */
  readonly openedTerms?: readonly AgreementFileId[];
  /** The person said that the device which asks is theirs. */
  readonly deviceConfirmedAt?: string;
  /** The person said no; `waiting`: they do not wait here for what somebody decides about them. */
  readonly declined?: "redemption" | "consent" | "terms" | "device" | "visit" | "sign-up" | "waiting";
  /** Somebody proved the password of an account that is disabled: whoever asked for them is told. */
  readonly isDisabledAtHome?: true;
  /** What the person said on the way to an account. */
  readonly signUp?: SignUpFacts;
  /** What the provider that was asked on this journey says of the person beside who they are; its address proves nothing. */
  readonly stated?: {
    readonly accountId: string;
    readonly profile: StatedProfile;
    readonly address?: string | undefined;
  };
}

/** The tenant a sign-in is for, if it is for one. */
export function tenantOfPurpose(purpose: Purpose): TenantId | undefined {
  if (purpose.kind === "find-home") return undefined;
  return "request" in purpose ? purpose.request.tenantId : purpose.tenantId;
}

/** What an application asked, if it was an application. */
export function requestOfPurpose(purpose: Purpose): AuthorizationRequest | AdminConsentRequest | undefined {
  return "request" in purpose && purpose.kind !== "find-home" ? purpose.request : undefined;
}
