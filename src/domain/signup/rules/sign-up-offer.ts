import type { DomainName } from "../../../foundation/domain-name.ts";
import type { DomainRestriction } from "../../policies/rules/domain-restriction.ts";
import type { AttributeAssignment } from "./attribute-assignment.ts";
import type { SignUpAttribute } from "./sign-up-attribute.ts";
import type { UserFlow } from "./user-flow.ts";

/** A flow that is open to whoever comes to an application, with what the tenant's own rules say beside it. */
export interface SignUpOffer {
  readonly flow: UserFlow;
  readonly questions: readonly SignUpQuestion[];
  /** Whoever has an address in these is of the organisation itself. */
  readonly ownDomains: readonly DomainName[];
  /** With whom the tenant works together at all. */
  readonly restriction: DomainRestriction;
  /** Whether the tenant takes mailed codes at all. */
  readonly emailCodeEnabled: boolean;
}

/** A question of the flow, with what the attribute says of itself. */
export type SignUpQuestion = AttributeAssignment &
  Pick<SignUpAttribute, "dataType" | "description" | "origin">;
