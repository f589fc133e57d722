import type { Visit } from "../../../domain/visits/rules/visit.ts";
import type { VisitedOrganisation } from "../../../domain/visits/rules/visited-organisation.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { parseCodeChallenge } from "../rules/parse-code-challenge.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import type { RequestParameters } from "../rules/request-parameters.ts";

/** Far more than anybody sends; it travels in addresses and is stored. */
const longestValue = 1000;

/**
 * What an organisation elsewhere asks, once it is known who it is. It is Guesthouse itself, so everything that guards an
 * answer is demanded: a code, for a proof key by S256 (RFC 9700 section 2.1.1), with `state` and `nonce`.
 */
export function readVisit(
  parameters: RequestParameters,
  organisation: VisitedOrganisation,
): Result<Visit, ProtocolRefusal> {
  if (parameters.get("response_type") !== "code")
    return refuse({ code: "response-type-unknown", detail: parameters.get("response_type") ?? "" });
  const scopes = parameters.get("scope")?.split(" ") ?? [];
  if (!scopes.includes("openid")) return refuse({ code: "parameter-missing", detail: "scope" });
  const challenge = parseCodeChallenge(parameters);
  if (!challenge.ok) return challenge;
  if (challenge.value?.method !== "S256") return refuse({ code: "code-challenge-invalid" });
  const [state, nonce] = [parameters.get("state"), parameters.get("nonce")];
  if (!state || state.length > longestValue) return refuse({ code: "parameter-missing", detail: "state" });
  if (!nonce || nonce.length > longestValue) return refuse({ code: "nonce-missing" });
  return accept({
    organisation,
    state,
    nonce,
    codeChallenge: challenge.value.value,
    loginHint: parameters.get("login_hint")?.slice(0, longestValue),
    mustProveAgain: parameters.get("prompt") === "login",
  });
}
