import type { AgreementId, ProviderId, TenantId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import type { OpenCheck } from "../../signup/rules/own-api-check.ts";
import type { SignUpOffer } from "../../signup/rules/sign-up-offer.ts";
import type { RequestStanding } from "../../signup/rules/sign-up-request.ts";
import type { VisitedOrganisation } from "../../visits/rules/visited-organisation.ts";
import type { AccountStanding } from "./account-standing.ts";
import type { AdminConsentRequest } from "./admin-consent-request.ts";
import type { AskingDevice, RegistrationFlaw, RequestedPermissions } from "./authorization-request.ts";
import type { Proof } from "./proof.ts";
import type { ProviderFailureReason } from "./sign-in-facts.ts";
import type { InvitationProblem } from "./situation.ts";

/** What comes next on a sign-in journey, and why. */
export type Step =
  | {
      readonly kind: "identify";
      readonly address: string | undefined;
      readonly reason: "nobody-known" | "asked-for-another" | "must-prove-again";
    }
  | {
      readonly kind: "pick-account";
      readonly reason: "asked-to-pick" | "several-accounts" | "none-belongs-here";
    }
  /** A provider says who somebody is, whom nobody had asked for: do they say so, too? */
  | { readonly kind: "confirm-arrival"; readonly arrival: Proof }
  | { readonly kind: "password"; readonly address: string }
  /** The password is proved, but good for nothing more than choosing another. */
  | { readonly kind: "choose-password"; readonly account: AccountStanding; readonly user: User }
  /** A policy of the tenant demands a code of the person's authenticator app. */
  | { readonly kind: "enter-second-factor"; readonly account: AccountStanding; readonly user: User }
  | { readonly kind: "set-up-second-factor"; readonly account: AccountStanding; readonly user: User }
  | { readonly kind: "send-code"; readonly address: string }
  | { readonly kind: "enter-code"; readonly address: string; readonly sentAt: Date }
  /** The request named no tenant: it goes on in this one. */
  | { readonly kind: "go-home"; readonly tenantId: TenantId; readonly address: string | undefined }
  | { readonly kind: "federate"; readonly homeTenantId: TenantId; readonly address: string }
  | {
      readonly kind: "ask-provider";
      readonly providerId: ProviderId;
      readonly address: string;
      /** The application said that people of this provider come: nobody has to be told first. */
      readonly isHinted: boolean;
    }
  | {
      readonly kind: "provider-failed";
      readonly providerId: ProviderId;
      readonly address: string;
      readonly reason: ProviderFailureReason;
      /** Whether a code by mail would do instead. */
      readonly mayUseCode: boolean;
    }
  | { readonly kind: "wrong-account"; readonly signedIn: AccountStanding; readonly invitedAddress: string }
  | { readonly kind: "review-permissions"; readonly account: AccountStanding; readonly user: User }
  | {
      readonly kind: "consent";
      readonly account: AccountStanding;
      readonly user: User;
      readonly permissions: readonly RequestedPermissions[];
      /** Whether the person may answer for everybody of the tenant. */
      readonly mayBeForAll: boolean;
    }
  /** A policy demands that these terms are accepted first. */
  | {
      readonly kind: "accept-terms";
      readonly account: AccountStanding;
      readonly user: User;
      readonly agreementId: AgreementId;
    }
  | {
      readonly kind: "confirm-device";
      readonly account: AccountStanding;
      readonly user: User;
      readonly device: AskingDevice;
    }
  | {
      readonly kind: "admin-consent";
      readonly account: AccountStanding;
      readonly user: User;
      readonly request: AdminConsentRequest;
    }
  /** The organisation elsewhere that asks may be told who the person is, or not. */
  | {
      readonly kind: "agree-visit";
      readonly account: AccountStanding;
      readonly user: User;
      readonly organisation: VisitedOrganisation;
    }
  /** Nobody here yet, and a flow is open to them whose own API is asked first. */
  | {
      readonly kind: "sign-up-check";
      readonly account: AccountStanding;
      readonly offer: SignUpOffer;
      /** By which they would be known here. */
      readonly address: string;
      readonly check: OpenCheck;
    }
  /** They are told what the organisation will see. */
  | {
      readonly kind: "sign-up-agree";
      readonly account: AccountStanding;
      readonly offer: SignUpOffer;
      /** By which they would be known here. */
      readonly address: string;
    }
  | {
      readonly kind: "sign-up-answer";
      readonly account: AccountStanding;
      readonly offer: SignUpOffer;
      readonly address: string;
      readonly reason: "nothing-answered" | "to-be-created";
    }
  /** Nobody vouches for an address of theirs, or the one they proved will not do: which is it? */
  | {
      readonly kind: "sign-up-give-address";
      readonly account: AccountStanding;
      readonly offer: SignUpOffer;
      readonly refused: { readonly address: string; readonly reason: OwnAddressProblem } | undefined;
    }
  /** That address, or one among the answers. */
  | {
      readonly kind: "sign-up-prove-address";
      readonly account: AccountStanding;
      readonly offer: SignUpOffer;
      readonly address: string;
      readonly isOwn: boolean;
      readonly sentAt: Date | undefined;
    }
  /** A person of the organisation decides, or has denied it a short while ago. */
  | {
      readonly kind: "sign-up-waiting";
      readonly account: AccountStanding;
      readonly offer: SignUpOffer;
      readonly address: string;
      readonly request: Extract<RequestStanding, { readonly kind: "waiting" }>;
    }
  | {
      readonly kind: "sign-up-denied";
      readonly account: AccountStanding;
      readonly offer: SignUpOffer;
      readonly address: string;
      readonly request: Extract<RequestStanding, { readonly kind: "denied" }>;
    }
  | { readonly kind: "done"; readonly account: AccountStanding; readonly user: User | undefined }
  | { readonly kind: "refused"; readonly code: SignInRefusal };

/** Why somebody cannot sign up by an address that is theirs. */
export type OwnAddressProblem = "domain-not-taken" | "address-taken";

/** Why a sign-in ends without an answer; permanent words. */
export type SignInRefusal =
  | InvitationProblem
  | RegistrationFlaw
  | "login-required"
  | "session-unknown"
  | "several-accounts"
  | "redemption-required"
  | "password-expired"
  | "consent-required"
  | "not-a-guest"
  | "other-provider"
  | "no-way-to-prove"
  | "application-disabled"
  | "not-assigned"
  | "access-blocked"
  | "second-factor-required"
  | "second-factor-not-set-up"
  | "terms-required"
  | "terms-declined"
  | "admin-consent-required"
  | "consent-by-administrators-only"
  | "sign-up-domain"
  | "sign-up-declined"
  | "sign-up-not-approved"
  | "redemption-declined"
  | "consent-declined"
  | "device-declined"
  | "visit-declined"
  | "visit-not-allowed";
