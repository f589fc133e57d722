import type { SignUpOffer } from "../../signup/rules/sign-up-offer.ts";
import type { AddressKnowledge } from "./home-realm.ts";

/** The same knowledge of an address, with only those ways of an organisation that a flow takes. */
export function waysOfFlow(
  known: AddressKnowledge,
  { flow, emailCodeEnabled }: SignUpOffer,
): AddressKnowledge {
  return {
    ...known,
    order: flow.allowsOrganisations ? known.order : known.order.filter((way) => way !== "tenant"),
    // Who accepted with a code goes on with codes, whatever the flow takes of new people.
    emailCodeEnabled: emailCodeEnabled && (flow.allowsEmailCode || known.linkedIssuer !== undefined),
  };
}
