import type { Prompt } from "../../../domain/signin/rules/prompt.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { EndpointVersion } from "./endpoint-version.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import type { RequestParameters } from "./request-parameters.ts";

/** Words clients send that ask for nothing a sign-in here would do differently. */
const withoutEffect = new Set(["no_session"]);

/** OpenID Connect Core section 3.1.2.1: `none` stands alone. */
export function parsePrompt(
  parameters: RequestParameters,
  version: EndpointVersion,
): Result<Prompt, ProtocolRefusal> {
  const words = new Set((parameters.get("prompt") ?? "").split(" ").filter((word) => word !== ""));
  if (words.has("none")) {
    return words.size === 1
      ? accept({ kind: "none" })
      : refuse({ code: "parameter-invalid", detail: "prompt" });
  }
  const login = words.delete("login");
  const selectAccount = words.delete("select_account");
  // The consent page lets every administrator answer for everybody; the first version had a word for that.
  const consentOfAdministrator = version === 1 && words.delete("admin_consent");
  const consent = words.delete("consent") || consentOfAdministrator;
  const create = words.delete("create");
  return [...words].every((word) => withoutEffect.has(word))
    ? accept({ kind: "interactive", login, selectAccount, consent, ...(create && { create }) })
    : refuse({ code: "parameter-invalid", detail: "prompt" });
}
