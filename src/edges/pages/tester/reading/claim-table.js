// @ts-check
import { applicationName, organisationName, textOf } from "./token-facts.js";

/** @import { TokenFacts } from "./token-facts.js" */
/**
 * What a claim is called and why it has the value it has in this token.
 * @typedef {object} ClaimEntry
 * @property {string} label
 * @property {(facts: TokenFacts, value: unknown) => string} explain
 * @property {boolean} [isMoment] Seconds since 1970, shown as a date.
 */

/** @type {Readonly<Record<string, ClaimEntry>>} */
export const claimTable = {
  iss: {
    label: "Issuer",
    explain: ({ issuer, bearer }) =>
      bearer === "guest"
        ? `${issuer} issued and signed this token. For a guest this is the organisation that invited them, not their own.`
        : `${issuer} issued and signed this token. An application accepts tokens only from issuers it trusts.`,
  },
  idp: {
    label: "Identity provider",
    explain: ({ issuer, authenticator, isElsewhere }) =>
      isElsewhere
        ? `${capital(authenticator)} authenticated this person; they are a guest of ${issuer}, that is why it differs from iss.`
        : `${issuer} authenticated this person itself, so this names the issuer.`,
  },
  acct: {
    label: "Member or guest",
    explain: ({ issuer }, value) =>
      Number(value) === 1
        ? `1: this person is a guest of ${issuer}.`
        : `0: this person is a member of ${issuer}.`,
  },
  tid: {
    label: "Tenant",
    explain: ({ bearer, context }, value) =>
      bearer === "guest"
        ? `The tenant of ${organisationName(textOf(value), context)}, where the person is a guest. Their home tenant is not told to applications.`
        : `The tenant of ${organisationName(textOf(value), context)}.`,
  },
  oid: {
    label: "Object id",
    explain: ({ issuer, bearer }) =>
      bearer === "application"
        ? `The service principal of the application at ${issuer}.`
        : `This ${bearer === "guest" ? "guest" : "person"} in the directory of ${issuer}: the same in every application there, another one in every other tenant. With tid it is the lasting key of a person.`,
  },
  sub: {
    label: "Subject",
    explain: ({ bearer, application }) =>
      bearer === "application"
        ? "The application acts as itself, so this is its service principal, as in oid."
        : `This person as ${application} alone knows them: another application gets another value, so two of them cannot compare notes.`,
  },
  aud: {
    label: "Audience",
    explain: ({ context, claims }, value) =>
      claims["scp"] !== undefined || claims["azp"] !== undefined || claims["appid"] !== undefined
        ? `The API this token is for: ${applicationName(textOf(value), context)}. Any other API must refuse it.`
        : `The application this token is for: ${applicationName(textOf(value), context)}. Any other must refuse it.`,
  },
  azp: {
    label: "Authorized party",
    explain: ({ application }) => `${application} asked for this token and may use it.`,
  },
  appid: {
    label: "Application id",
    explain: ({ application }) => `${application} asked for this token and may use it.`,
  },
  azpacr: { label: "How the application proved itself", explain: (_facts, value) => proofOf(value) },
  appidacr: { label: "How the application proved itself", explain: (_facts, value) => proofOf(value) },
  email: {
    label: "Email",
    explain: ({ bearer }) =>
      bearer === "guest"
        ? "The address of the guest. Good for writing to them; as a key it is not, since addresses change hands."
        : "The address of this person. Good for writing to them; as a key it is not, since addresses change hands.",
  },
  xms_edov: {
    label: "Email domain owner verified",
    explain: (_facts, value) =>
      value === true || value === 1 || value === "1"
        ? "The owner of the address's domain, or a code sent to the address, vouches for it."
        : "Nobody vouches that the address is this person's.",
  },
  preferred_username: {
    label: "User name",
    explain: ({ bearer }) =>
      bearer === "guest"
        ? "The name the guest signs in with at home. For display only: it can change."
        : "The name this person signs in with. For display only: it can change.",
  },
  upn: {
    label: "User principal name",
    explain: ({ issuer }) => `The account's name in the directory of ${issuer}; it can change.`,
  },
  unique_name: {
    label: "Unique name",
    explain: () => "A readable name of the older token format. For display only.",
  },
  name: {
    label: "Name",
    explain: ({ issuer }) => `The display name in the directory of ${issuer}. For display only.`,
  },
  given_name: { label: "Given name", explain: () => "As the directory has it." },
  family_name: { label: "Family name", explain: () => "As the directory has it." },
  groups: {
    label: "Groups",
    explain: ({ issuer, bearer }) =>
      `Object ids of the groups at ${issuer} this person belongs to${bearer === "guest" ? "; for guests they work as for members" : ""}.`,
  },
  _claim_names: {
    label: "Claims found elsewhere",
    explain: () => "There are too many groups for a token; _claim_sources says where to ask.",
  },
  _claim_sources: { label: "Where to ask", explain: () => "The address that lists what did not fit." },
  hasgroups: {
    label: "Has groups",
    explain: () => "There are too many groups for a token that travels in an address; ask Graph.",
  },
  roles: {
    label: "App roles",
    explain: ({ bearer, issuer, application }) =>
      bearer === "application"
        ? `What ${issuer} allows ${application} to do by itself.`
        : `Roles of the application that ${issuer} assigned to this person or to a group of theirs.`,
  },
  wids: {
    label: "Directory roles",
    explain: ({ issuer }) => `Template ids of the administrator roles held at ${issuer}.`,
  },
  scp: {
    label: "Scopes",
    explain: ({ application }) =>
      `What ${application} may do in this person's name; the person's own rights still limit it.`,
  },
  idtyp: {
    label: "Kind of token",
    explain: (_facts, value) =>
      value === "app" ? "app: an application acts as itself." : "user: an application acts for a person.",
  },
  nonce: {
    label: "Nonce",
    explain: () =>
      "The random value the application sent with its request; it ties the token to that one sign-in.",
  },
  c_hash: {
    label: "Code hash",
    explain: () => "Half of a hash of the code that came along, so that the code cannot be exchanged.",
  },
  at_hash: {
    label: "Access token hash",
    explain: () => "Half of a hash of the access token that came along.",
  },
  amr: { label: "How the person proved themselves", explain: (_facts, value) => methodsOf(value) },
  acr: {
    label: "Authentication class",
    explain: () => "0: weaker than the standard asks for; 1: as strong.",
  },
  auth_time: {
    label: "Authenticated at",
    explain: () => "When the person last proved who they are. Much earlier than iat means single sign-on.",
    isMoment: true,
  },
  iat: { label: "Issued at", explain: () => "When the token was made.", isMoment: true },
  nbf: { label: "Not before", explain: () => "Before this moment the token does not count.", isMoment: true },
  exp: {
    label: "Expires",
    explain: ({ context }, value) =>
      Number(value) <= context.nowSeconds
        ? "The token has ended: applications must refuse it."
        : "From this moment on applications must refuse it.",
    isMoment: true,
  },
  sid: {
    label: "Session",
    explain: () => "The browser session; it lets applications end together when the person signs out.",
  },
  login_hint: {
    label: "Sign-in hint",
    explain: () =>
      "Opaque: sent back as login_hint or logout_hint it spares the person a choice of accounts.",
  },
  uti: { label: "Token id", explain: () => "Names this one token, as the sign-in log does." },
  jti: { label: "Token id", explain: () => "Names this one token." },
  ver: {
    label: "Token format",
    explain: (_facts, value) =>
      value === "1.0"
        ? "1.0: the older format, chosen by the API."
        : `${textOf(value)}: the format of the token.`,
  },
  aio: { label: "Internal", explain: () => "Opaque, for the issuer alone." },
  rh: { label: "Internal", explain: () => "Opaque, for the issuer alone." },
  ipaddr: { label: "Network address", explain: () => "Where the person signed in from." },
  ctry: { label: "Country", explain: () => "The country in the person's entry." },
  tenant_ctry: { label: "Country of the tenant", explain: ({ issuer }) => `The country of ${issuer}.` },
  xms_cc: {
    label: "Client capabilities",
    explain: () => "What the application can handle; cp1 means requests to sign in again at once.",
  },
  acrs: {
    label: "Authentication contexts",
    explain: () => "Stronger requirements that this sign-in has met.",
  },
  cnf: {
    label: "Proof of possession",
    explain: () => "The key the application must also hold to use this token.",
  },
  signin_state: { label: "Sign-in state", explain: () => "kmsi: the person chose to stay signed in." },
  alg: {
    label: "Algorithm",
    explain: (_facts, value) =>
      value === "RS256"
        ? "RSA with SHA-256: anybody can check it with the public key."
        : "How the token is signed.",
  },
  kid: { label: "Key id", explain: () => "Which of the issuer's published keys signed the token." },
  typ: { label: "Type", explain: () => "A JSON Web Token." },
  x5t: { label: "Certificate thumbprint", explain: () => "Which certificate belongs to the key." },
};

/** @param {unknown} value @returns {string} */
function proofOf(value) {
  const text = textOf(value);
  if (text === "0") return "0: not at all; it is a public client, such as a page or an app on a device.";
  if (text === "1") return "1: with a client secret.";
  return text === "2" ? "2: with a certificate." : "How the application proved who it is.";
}

/** @type {Readonly<Record<string, string>>} */
const methods = {
  pwd: "a password",
  otp: "a one-time code",
  mfa: "more than one factor",
  fed: "another provider",
  fido: "a passkey",
  hwk: "a key in hardware",
  rsa: "a certificate or device key",
  sms: "a text message",
};

/** @param {unknown} value @returns {string} */
function methodsOf(value) {
  const used = (Array.isArray(value) ? value : [value]).map(
    (method) => methods[textOf(method)] ?? textOf(method),
  );
  return `Proved by ${used.join(" and ")}.`;
}

/** @param {string} text @returns {string} */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
