/** What a refusal means here and what to do about it, by its AADSTS number. */
const errorAdvice: Readonly<Record<string, string>> = {
  16000: "This account is not known in the tenant. Run as another person, or invite this one.",
  50001: "The API named in the scopes does not exist. Correct the scopes.",
  50011:
    "The redirect address is not registered for this application. Add the tester's address to it: guesthouse app add, or the registration's redirect URIs.",
  50014: "The invitation has not been accepted yet. Open the link in the invitation mail, then run again.",
  50020: "This person is not a guest of the tenant. Invite them on /invite, let them accept, then run again.",
  50034: "No account has this name. Check the login hint, or run as another person.",
  50053: "Too many tries. Wait some minutes, then run again.",
  50057: "The account is switched off. An administrator of the tenant can switch it on.",
  50058: "Nobody is signed in, and prompt=none allows no page. Run without prompt first.",
  50076: "A second factor is asked for. Run without prompt=none.",
  50079: "A second factor has to be set up. Run without prompt=none.",
  50105: "The application admits only assigned people. Assign this person, or a group of theirs, to it.",
  50126: "User name or password did not fit. Run again and type them anew.",
  50173: "The permission behind this token was withdrawn. Sign in again.",
  50194: "The application belongs to one tenant. Use the authority of that tenant instead of /common.",
  501481: "The code verifier does not fit the challenge. Run again from the start.",
  53003: "A rule of the tenant blocks this sign-in. Its administrator finds it in the sign-in log.",
  54005: "The code was redeemed already; each works once. Run again for a new one.",
  65001:
    "Nobody has agreed to these permissions. Run with prompt=consent, or let an administrator agree for all.",
  65004: "The person declined. Run again and accept.",
  70000: "The grant is not usable: another client's, changed, or too old. Run again from the start.",
  70005:
    "This response type is not switched on for the application. Choose the code flow, or allow ID tokens.",
  70007: "This response mode does not go with the flow: ID tokens never travel in a query.",
  70008: "The code or token is too old. Run again from the start.",
  70011: "A scope does not exist or is written wrongly. Correct the scopes.",
  700016: "The tenant has no application with this client id. Check client id and tenant.",
  700022: "Tokens are for one API at a time. Ask for scopes of one.",
  700025: "An application without a secret sent one. Clear the secret, or register the address as web.",
  700054:
    "ID tokens straight from the authorization endpoint are not allowed for this application. Choose the code flow, or allow ID tokens in the registration.",
  700082: "The refresh token has not been used for too long. Sign in again.",
  700084: "A single-page app's refresh token lasts 24 hours. Sign in again.",
  7000112: "The application is switched off in this tenant.",
  7000215: "The client secret is wrong. Type the secret's value, not its id.",
  7000218: "A web application must send its secret. Type it, or choose how tokens are fetched.",
  7000222: "The client secret has ended. Make a new one.",
  90002: "No tenant has this name or id. Check the authority.",
  90014: "A required parameter is missing; the description names it.",
  90094: "Only an administrator can agree to these permissions.",
  900144: "A required parameter is missing; the description names it.",
  9002313: "The request is malformed. Look at the additional parameters.",
  9002325: "A single-page app must use a proof key. Switch PKCE on.",
  9002326:
    "Only single-page apps fetch tokens in the browser. Choose that tokens are fetched by a web server.",
  9002327: "This code belongs to a single-page app. Choose that tokens are fetched in the browser.",
};

const advicePerError: Readonly<Record<string, string>> = {
  login_required: "Nobody is signed in, and prompt=none allows no page. Run without prompt first.",
  interaction_required: "The person must do something first. Run without prompt=none.",
  consent_required: "Permissions are missing. Run with prompt=consent.",
  access_denied: "The person or a rule said no. Run again, or as another person.",
  invalid_client: "The client's credential was not accepted. Check client id and secret.",
  invalid_grant: "The code or token cannot be used (again). Run again from the start.",
  invalid_scope: "A scope is unknown or not allowed for this application.",
  unauthorized_client: "The application may not use this flow.",
  temporarily_unavailable: "The service is busy. Wait a little, then run again.",
};

/** The advice for a refusal; undefined when nothing is known of it. */
export function adviceFor(number: string | undefined, error: string): string | undefined {
  return (number === undefined ? undefined : errorAdvice[number]) ?? advicePerError[error];
}
