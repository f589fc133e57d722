// @ts-check
import { claimTable } from "./claim-table.js";
import { decodeToken } from "./decode-token.js";
import { relativeTime } from "./relative-time.js";
import { textOf, tokenFacts } from "./token-facts.js";
import { tokenSentence } from "./token-sentence.js";

/** @import { Claims, DecodedToken } from "./decode-token.js" */
/** @import { ReadingContext, TokenFacts } from "./token-facts.js" */
/**
 * One claim, named and explained.
 * @typedef {object} ClaimReading
 * @property {string} name
 * @property {string} label
 * @property {readonly string[]} values
 * @property {string} explanation
 * @property {{ iso: string, relative: string } | undefined} moment
 */
/**
 * A token as a person can read it.
 * @typedef {object} TokenReading
 * @property {string} sentence
 * @property {readonly ClaimReading[]} header
 * @property {readonly ClaimReading[]} claims
 * @property {DecodedToken} decoded
 * @property {TokenFacts} facts
 */

/**
 * Reads a token; undefined when it is opaque.
 * @param {string} text
 * @param {ReadingContext} context
 * @returns {TokenReading | undefined}
 */
export function readToken(text, context) {
  const decoded = decodeToken(text);
  if (decoded === undefined) return undefined;
  const facts = tokenFacts(decoded.claims, context);
  return {
    sentence: tokenSentence(facts),
    header: readClaims(decoded.header, facts),
    claims: readClaims(decoded.claims, facts),
    decoded,
    facts,
  };
}

/** Who and to whom first, then what, then when; what the table does not know comes last. @param {Claims} claims @param {TokenFacts} facts */
function readClaims(claims, facts) {
  const order = Object.keys(claimTable);
  const rank = (/** @type {string} */ name) =>
    Object.hasOwn(claimTable, name) ? order.indexOf(name) : order.length;
  return Object.entries(claims)
    .toSorted(([left], [right]) => rank(left) - rank(right))
    .map(([name, value]) => readClaim(name, value, facts));
}

/** @param {string} name @param {unknown} value @param {TokenFacts} facts @returns {ClaimReading} */
function readClaim(name, value, facts) {
  const entry = Object.hasOwn(claimTable, name) ? claimTable[name] : undefined;
  const isMoment = entry?.isMoment === true && typeof value === "number" && Math.abs(value) < 8.64e12;
  return {
    name,
    label: entry?.label ?? "",
    values: Array.isArray(value) ? value.map(textOf) : [textOf(value)],
    explanation: entry?.explain(facts, value) ?? "",
    moment: isMoment
      ? { iso: new Date(value * 1000).toISOString(), relative: relativeTime(value, facts.context.nowSeconds) }
      : undefined,
  };
}
