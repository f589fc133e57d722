// @ts-check
/** @import { TokenFacts } from "./token-facts.js" */

/**
 * The token in one plain sentence: who issued it, who authenticated the person, and what the person is there.
 * @param {TokenFacts} facts
 * @returns {string}
 */
export function tokenSentence(facts) {
  const { issuer, authenticator, isElsewhere } = facts;
  switch (facts.bearer) {
    case "application":
      return `Issued by ${issuer} to the application ${facts.application} itself: no person is signed in.`;
    case "guest":
      return isElsewhere
        ? `Issued by ${issuer}; this person was authenticated by ${authenticator}: a guest.`
        : `Issued by ${issuer}, which authenticated this person itself: a guest.`;
    case "member":
      return `Issued by ${issuer}; ${issuer} also authenticated this person: a member.`;
    case "unknown":
      return `Issued by ${issuer}. The token does not say whether this person is a member or a guest.`;
  }
}
