import type { Platform } from "../../../domain/applications/rules/application.ts";
import type { TokenKind } from "./exchange-reading.ts";
import type { SignatureFinding, TokenCheckCode } from "./rules/check-token.ts";
import type { Flow, Prompt, ResponseMode } from "./rules/test-settings.ts";
import type { RunRefusal } from "./run-test.ts";

/** Every text of the tester, except what claims and errors mean; those stand in tables of their own. */
export const testerWords = {
  title: "Sign-in tester",
  lead: "Ask for tokens as an application would, and read what comes back.",
  applicationGroup: "Application",
  application: "Tenant and application",
  applicationTyped: "Another one, typed below",
  typedSummary: "Type an authority and a client",
  typedHint: "Used when “Another one” is chosen above.",
  authority: "Authority",
  authorityHint: "The address that /.well-known/openid-configuration is added to.",
  clientId: "Client id",
  clientSecret: "Client secret",
  clientSecretHint: "Kept encrypted for an hour in a cookie of this browser, never in an address.",
  platform: "Tokens are fetched by",
  requestGroup: "Request",
  flow: "Flow",
  responseMode: "Response mode",
  pkce: "Proof key for the code (PKCE)",
  scope: "Scopes",
  scopeHint:
    "Empty: openid profile email, with offline_access when a code is asked for; for client credentials https://graph.microsoft.com/.default.",
  personGroup: "Person",
  prompt: "Prompt",
  loginHint: "Login hint",
  loginHintHint: "An address to sign in with.",
  domainHint: "Domain hint",
  more: "Additional parameters",
  moreHint: "name=value, one a line or joined by &. They replace what the tester would send.",
  refreshToken: "Refresh token",
  refreshTokenHint: "For the flow “Refresh token” only.",
  run: "Run",
  fragmentNeedsScript: "Answers in the fragment of an address are only readable by a script.",
  decoder: "Decode a token",
  decoderHint:
    "Decoded in this browser: what you paste is sent nowhere. Signatures are not checked here, since that needs the issuer's keys.",
  decoderToken: "Token",
  decoderNeedsScript: "The decoder needs a script, so that the token can stay in this browser.",
  decoderUnreadable:
    "This is not a token that can be read. Refresh tokens and codes are readable by their issuer only; a readable token has three parts divided by dots.",
  sendingTitle: "Sending the request",
  sendingLead: "The request goes to this address next.",
  send: "Send request",
  redeemTitle: "Fetching tokens",
  redeemLead: "A single-page app fetches its tokens by script, so this page does too.",
  redeemNeedsScript: "Turn scripts on, or choose an application of the web platform.",
  relayTitle: "The answer has come",
  relayLead:
    "It came from another site, so the browser held back the memory of the request. Continue brings the two together.",
  continue: "Continue",
  resultTitle: "Result",
  answerUnknown:
    "This answer belongs to no request of this browser. The request may be older than an hour, or the tester was opened at another address: begin again on this page.",
  answerTitle: "An answer without a request",
  nothingCame: "No token and no error came back.",
  newRequest: "New request",
  sameRequest: "Run again",
  promptLogin: "Sign in again (prompt=login)",
  promptSelect: "Run as another person",
  prepareRefresh: "Prepare refresh request",
  linkLabel: "Link that fills this form again",
  linkHint: "Without secrets and tokens.",
  exchange: "Sent and received",
  request: "Request",
  response: "Response",
  tokenRequest: "Token request",
  tokenResponse: "Token response",
  sentByServer: "Sent by the tester's server, without an Origin header.",
  sentByBrowser: "Sent by this browser, with an Origin header, as a single-page app does.",
  noAnswer: "No answer",
  hidden: "(not shown)",
  claims: "Claims",
  failed: "Failed",
  raw: "As received",
  checks: "What an application has to check",
  opaque: "Opaque: only its issuer reads it. Exchange it for new tokens.",
  whatToDo: "What to do",
  parameter: "Parameter",
  value: "Value",
  again: "The memory of that run is gone. Fill the form again.",
  tooLong: "These settings are too long to keep while you sign in. Shorten scopes or additional parameters.",
} as const;

export const flowNames: Readonly<Record<Flow, string>> = {
  "id-token": "OpenID Connect: ID token",
  code: "Authorization code",
  hybrid: "Hybrid: code and ID token",
  "client-credentials": "Client credentials: no person",
  refresh: "Refresh token",
};

export const responseModeNames: Readonly<Record<ResponseMode, string>> = {
  default: "Usual for the flow",
  query: "query",
  fragment: "fragment",
  form_post: "form_post",
};

export const promptNames: Readonly<Record<Prompt, string>> = {
  "": "None: use a session if there is one",
  login: "login: prove it again",
  select_account: "select_account: choose who",
  consent: "consent: ask for permission again",
  none: "none: show no page",
};

export const platformNames: Readonly<Record<Platform, string>> = {
  web: "a web server, with a secret",
  spa: "a single-page app, in the browser",
  "public-client": "an app on a device, without a secret",
};

export const tokenNames: Readonly<Record<TokenKind, string>> = {
  "id-token": "ID token",
  "access-token": "Access token",
  "refresh-token": "Refresh token",
};

export const checkNames: Readonly<Record<TokenCheckCode, string>> = {
  signature: "Signature",
  issuer: "Issuer is the authority asked",
  audience: "Audience is this application",
  nonce: "Nonce is the one sent",
  time: "Within its time",
  "code-hash": "Belongs to the code that came along",
};

export const signatureNames: Readonly<Record<SignatureFinding, string>> = {
  valid: "verified with the issuer's published key",
  invalid: "does not fit the issuer's key",
  "key-unknown": "the issuer publishes no key of this id",
  "algorithm-unknown": "the tester does not know this algorithm",
  "keys-unavailable": "the issuer's keys could not be read",
};

export const refusalTexts: Readonly<Record<RunRefusal["code"], string>> = {
  "application-unknown": "Choose an application, or type a client.",
  "authority-missing":
    "Type the authority as a full address, such as https://login.contoso.example/contoso.example/v2.0.",
  "authority-elsewhere":
    "This deployment tests its own tenants only. Authorities elsewhere can be tested from a demo.",
  "client-id-missing": "Type the client id of the application.",
  "no-redirect-address":
    "This application has no redirect address for the tester, so nobody can sign in to it here. Choose client credentials, or add the tester's address with: guesthouse app add.",
  "authority-unreachable": "The authority's metadata could not be read.",
  "authority-unreadable": "The authority's metadata are not those of an OpenID provider.",
};

/** What the parameters of a request are for. */
export const parameterNotes: Readonly<Record<string, string>> = {
  client_id: "Which application asks.",
  response_type: "What shall come back from this request.",
  redirect_uri: "Where the answer goes; it must be registered.",
  response_mode: "How the answer travels.",
  scope: "What is asked for.",
  state: "Ties the answer to this request.",
  nonce: "Ties the ID token to this request.",
  code_challenge: "A hash of the secret that redeems the code.",
  code_challenge_method: "How it was hashed.",
  code_verifier: "The secret behind the challenge.",
  prompt: "What the person must do again.",
  login_hint: "Who is expected to sign in.",
  domain_hint: "Where that person belongs.",
  grant_type: "What the tokens are given for.",
  code: "To be exchanged for tokens, once.",
  client_secret: "Proves the application.",
  refresh_token: "Good for new tokens.",
  id_token: "Who signed in.",
  session_state: "The browser session, opaque.",
  error: "The kind of refusal.",
  error_description: "The refusal in words, for developers.",
};
