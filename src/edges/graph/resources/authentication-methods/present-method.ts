import type { User } from "../../../../domain/directory/rules/user.ts";
import type { AuthenticatorApp } from "../../../../domain/second-factor/rules/authenticator-app.ts";
import { wireMoment } from "../../graph-response.ts";

/** The well-known id of everybody's password. */
const passwordMethodId = "28c10230-6103-485e-b985-444c60001490";

/** A password on the wire: that there is one, and since when. */
export function presentPasswordMethod({ passwordChangedAt, createdAt }: User) {
  return {
    "@odata.type": "#microsoft.graph.passwordAuthenticationMethod",
    id: passwordMethodId,
    createdDateTime: wireMoment(passwordChangedAt ?? createdAt),
    password: null,
  };
}

/** An authenticator app on the wire, without its secret. */
export function presentAppMethod({ factorId, setUpAt }: AuthenticatorApp) {
  return {
    "@odata.type": "#microsoft.graph.softwareOathAuthenticationMethod",
    id: String(factorId),
    createdDateTime: wireMoment(setUpAt),
    secretKey: null,
  };
}
