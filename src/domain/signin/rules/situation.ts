import type { ProviderId, TenantId } from "../../../foundation/identifiers.ts";
import type { PolicyOutcome } from "../../audit/rules/policy-outcome.ts";
import type { AccessDemand } from "../../conditional-access/rules/access-demand.ts";
import type { ConsentRight } from "../../policies/rules/who-may-consent.ts";
import type { SecondFactorStanding } from "../../second-factor/rules/second-factor-standing.ts";
import type { SignUpOffer } from "../../signup/rules/sign-up-offer.ts";
import type { RequestStanding } from "../../signup/rules/sign-up-request.ts";
import type { VisitStanding } from "../../visits/rules/visit-standing.ts";
import type { AccountStanding } from "./account-standing.ts";
import type { RegistrationFlaw, RequestedPermissions } from "./authorization-request.ts";
import type { Prompt } from "./prompt.ts";
import type { Method, SignInFacts } from "./sign-in-facts.ts";

/** Why an invitation's link cannot be accepted. */
export type InvitationProblem =
  | "invitation-expired"
  | "invitation-revoked"
  | "invitation-accepted"
  | "invitation-unknown"
  | "guest-deleted"
  | "account-disabled"
  | "domain-refused";

/** Everything the next step depends on, read from the database for one moment. */
export interface Situation {
  readonly facts: SignInFacts;
  readonly now: Date;
  readonly tenantId: TenantId | undefined;
  readonly prompt: Prompt;
  readonly maxAgeSeconds: number | undefined;
  readonly provenSince: Date | undefined;
  /** The tenant that `domain_hint` names: where somebody unknown is sent without being asked for an address. */
  readonly hintedHome: TenantId | undefined;
  /** Or the provider of the tenant that it names. */
  readonly hintedProvider: ProviderId | undefined;
  /** The address this is about: invited, hinted, or to be vouched for. */
  readonly expectedAddress: string | undefined;
  /** For the purpose `find-home`: the tenant that owns the domain of `expectedAddress`. */
  readonly expectedHome: TenantId | undefined;
  /** How `expectedAddress` would prove itself; undefined when no way is open. */
  readonly expectedMethod: Method | undefined;
  readonly accounts: readonly AccountStanding[];
  /** Providers of the tenant that are switched off. */
  readonly switchedOff: readonly ProviderId[];
  /** After a provider failed, or was switched off: whether a code by mail would do instead. */
  readonly mayUseCode: boolean;
  /** For the purpose `redeem`. */
  readonly invitation:
    | { readonly userId: string; readonly problem: InvitationProblem | undefined }
    | undefined;
  /** For the purpose `authorize`: the flow by which people sign up for the application; undefined where none is open. */
  readonly signUp: SignUpOffer | undefined;
  /** Whether somebody of the tenant has the address that was given and proved on the way to an account. */
  readonly isOwnAddressHeld: boolean;
  /** Where the flow requires approval: how the request of whoever would sign up stands. */
  readonly signUpRequest: RequestStanding | undefined;
  /** For the purpose `authorize`: how the chosen user stands to the application. */
  readonly access: ApplicationAccess | undefined;
  /** For the purpose `admin-consent`. */
  readonly adminConsent: AdminConsentStanding | undefined;
  /** For the purpose `vouch-abroad`. */
  readonly visit: VisitStanding | undefined;
  /** What the tenant's policies still demand of the chosen user; undefined while nobody is chosen. */
  readonly demand: AccessDemand | undefined;
  /** What each of them said, for the sign-in log. */
  readonly policyOutcomes: readonly PolicyOutcome[];
  /** How the chosen user stands to their second factor in this browser; undefined where no tenant's user is chosen. */
  readonly secondFactor: SecondFactorStanding | undefined;
}

/** How the chosen user stands to an application that asks for consent for everybody. */
export interface AdminConsentStanding {
  readonly applicationEnabled: boolean;
  readonly consentRight: ConsentRight;
}

export interface ApplicationAccess {
  readonly applicationEnabled: boolean;
  /** False for another tenant's application that nobody here has consented to yet. */
  readonly isPresent: boolean;
  /** False when assignment is required and the user has none. */
  readonly assigned: boolean;
  /** Permissions asked for that nobody has granted yet. */
  readonly missingPermissions: readonly RequestedPermissions[];
  /** Why `.default` can neither be given nor be consented to. */
  readonly registrationFlaw: RegistrationFlaw | undefined;
  /** For whom the user may consent. */
  readonly consentRight: ConsentRight;
}
