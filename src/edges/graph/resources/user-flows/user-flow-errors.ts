import type { AskRefusal } from "../../../../domain/signup/ask-attributes.ts";
import type { CreateFlowRefusal } from "../../../../domain/signup/create-user-flow.ts";
import type { LinkRefusal } from "../../../../domain/signup/link-to-flow.ts";
import type { UpdateFlowRefusal } from "../../../../domain/signup/update-user-flow.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";

type FlowRefusal = CreateFlowRefusal | UpdateFlowRefusal | LinkRefusal | AskRefusal;

const conflict = "Request_MultipleObjectsWithSameKeyValue";

/** What each refusal of the domain tells the administrator to do. */
const messages: Readonly<Record<Exclude<FlowRefusal["code"], NotFoundCode | ConflictCode>, string>> = {
  "name-wrong": "The id of a user flow has 1 to 60 letters, digits, '-' or '_'.",
  "too-many": "There are as many as there may be. Delete one first.",
  "limit-wrong": "signUpsPerHour is a whole number from 1 to 100000.",
  "too-many-domains": "A user flow has 500 domains at most in each list.",
  "language-unknown": "The pages do not exist in this language; GET …/languages lists those they exist in.",
  "language-default": "The default language must be one that the flow is offered in.",
  "application-not-linkable": "People cannot sign up for this application.",
  "sign-up-is-off":
    "Self-service sign-up is off. PATCH /policies/authenticationFlowsPolicy with selfServiceSignUp.isEnabled first.",
  "too-many-approvers": "A user flow has 20 approvers at most.",
  "approver-not-member": "Only members of the organisation approve, not its guests.",
  "approver-missing": "Add somebody to approvers first.",
  "last-approver":
    "Nobody would be left to approve. Add another approver, or set isApprovalRequired to false first.",
  "too-many-groups": "A user flow puts people into 20 groups at most.",
  "label-wrong": "displayName must not be empty.",
  "input-does-not-fit": "The attribute's dataType cannot be given by this userInputType.",
  "choices-missing": "This userInputType takes its choices from userAttributeValues.",
  "choices-not-taken":
    "userAttributeValues are only for radioSingleSelect, dropdownSingleSelect and checkboxMultiSelect.",
  "choice-wrong":
    "Every one of userAttributeValues has a name, and a value of its own that the attribute's dataType can be; at most one is the default unless several can be chosen.",
  "only-addresses-verified": "requiresVerification is only for the emailBox.",
  "order-wrong": "newAssignmentOrder names each attribute that the flow asks for once, and no other.",
};

type NotFoundCode = "flow-not-found" | "part-not-found" | "attribute-not-found" | "not-asked";
type ConflictCode = "name-taken" | "application-has-flow" | "already-linked" | "already-asked";

const conflicts: Readonly<Record<ConflictCode, string>> = {
  "name-taken": "A user flow of this id exists already.",
  "application-has-flow": "The application is linked to another user flow already.",
  "already-linked": "One or more added object references already exist.",
  "already-asked": "The user flow asks for this attribute already.",
};

/** A refusal to change a flow, saying what to do; `named` is what was looked for. */
export function userFlowError({ code }: FlowRefusal, named: string): GraphError {
  switch (code) {
    case "flow-not-found":
    case "part-not-found":
    case "attribute-not-found":
    case "not-asked":
      return notFound(named.slice(0, 100));
    case "name-taken":
    case "application-has-flow":
    case "already-linked":
    case "already-asked":
      return new GraphError(409, conflict, conflicts[code]);
    default:
      return badRequest(messages[code], { code, message: messages[code] });
  }
}
