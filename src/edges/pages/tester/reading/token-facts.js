// @ts-check
/** @import { Claims } from "./decode-token.js" */
/**
 * What the reader knows beside the token: the organisations and applications of this deployment, and the time.
 * @typedef {object} ReadingContext
 * @property {number} nowSeconds
 * @property {readonly { readonly tenantId: string, readonly displayName: string }[]} organisations
 * @property {readonly { readonly clientId: string, readonly displayName: string }[]} applications
 */
/**
 * What follows from several claims together, for explanations that fit this token.
 * @typedef {object} TokenFacts
 * @property {Claims} claims
 * @property {string} issuer Name of the organisation that issued the token.
 * @property {string} authenticator Who proved that the person is who they say.
 * @property {boolean} isElsewhere Whether somebody other than the issuer authenticated the person.
 * @property {"guest" | "member" | "application" | "unknown"} bearer
 * @property {string} application Name or id of the application that asked.
 * @property {ReadingContext} context
 */

/**
 * @param {Claims} claims
 * @param {ReadingContext} context
 * @returns {TokenFacts}
 */
export function tokenFacts(claims, context) {
  const issuer = organisationName(textOf(claims["iss"]), context);
  const isElsewhere = provedElsewhere(claims);
  return {
    claims,
    issuer,
    authenticator: isElsewhere ? authenticatorName(textOf(claims["idp"]), context) : issuer,
    isElsewhere,
    bearer: bearerOf(claims, isElsewhere),
    application: applicationName(textOf(claims["azp"] ?? claims["appid"] ?? claims["aud"]), context),
    context,
  };
}

/** @type {Readonly<Record<string, string>>} */
const wellKnownProviders = {
  mail: "a one-time code sent to their mailbox",
  "google.com": "Google",
  "live.com": "Microsoft (a personal account)",
  "facebook.com": "Facebook",
  "apple.com": "Apple",
  "github.com": "GitHub",
};

const identifier = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * The display name behind an issuer, a tenant id or another provider's name; the text itself when nothing is known of it.
 * @param {string} text
 * @param {ReadingContext} context
 * @returns {string}
 */
export function organisationName(text, context) {
  const id = identifier.exec(text)?.[0]?.toLowerCase();
  const known = context.organisations.find((organisation) => organisation.tenantId.toLowerCase() === id);
  return known?.displayName ?? (text === "" ? "nobody named" : text);
}

/**
 * @param {string} clientId
 * @param {ReadingContext} context
 * @returns {string}
 */
export function applicationName(clientId, context) {
  const known = context.applications.find((application) => application.clientId === clientId);
  return known?.displayName ?? clientId;
}

/** @param {string} provider @param {ReadingContext} context @returns {string} */
function authenticatorName(provider, context) {
  return wellKnownProviders[provider] ?? organisationName(provider, context);
}

/** One tenant has issuers of several forms, so tenants are compared by id where both name one. @param {Claims} claims */
function provedElsewhere(claims) {
  const provider = textOf(claims["idp"]);
  const issuer = textOf(claims["iss"]);
  if (provider === "" || provider === issuer) return false;
  const providerId = identifier.exec(provider)?.[0]?.toLowerCase();
  return providerId === undefined || providerId !== identifier.exec(issuer)?.[0]?.toLowerCase();
}

/** @param {Claims} claims @param {boolean} isElsewhere @returns {TokenFacts["bearer"]} */
function bearerOf(claims, isElsewhere) {
  if (claims["idtyp"] === "app") return "application";
  const isForApi = claims["azp"] !== undefined || claims["appid"] !== undefined;
  if (isForApi && claims["scp"] === undefined && claims["oid"] === claims["sub"]) return "application";
  if (isElsewhere || Number(claims["acct"]) === 1) return "guest";
  if (Number(claims["acct"] ?? Number.NaN) === 0 || claims["tid"] !== undefined) return "member";
  return "unknown";
}

/** @param {unknown} value @returns {string} */
export function textOf(value) {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
