import type { Context } from "hono";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";

/** What a client says about itself at the token endpoint. */
export interface ClientCredential {
  readonly clientId: string | undefined;
  readonly secret: string | undefined;
  /** A signed assertion (RFC 7521 section 4.2). */
  readonly assertion: string | undefined;
}

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const severalCredentials = { code: "request-malformed", detail: "Send one client credential." } as const;

/** RFC 6749 section 2.3: the credential comes in the form or in the Authorization header, never in both. */
export function readClientCredential(
  c: Context,
  parameters: RequestParameters,
): Result<ClientCredential, ProtocolRefusal> {
  const inForm = {
    clientId: parameters.get("client_id"),
    secret: parameters.get("client_secret"),
    assertion: parameters.get("client_assertion"),
  };
  if (inForm.assertion !== undefined && parameters.get("client_assertion_type") !== assertionType)
    return refuse({ code: "parameter-invalid", detail: "client_assertion_type" });
  if (inForm.assertion !== undefined && inForm.secret !== undefined) return refuse(severalCredentials);
  const basic = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (basic === undefined) return accept(inForm);
  const inHeader = decodeBasic(basic);
  if (!inHeader || inForm.secret !== undefined || inForm.assertion !== undefined)
    return refuse(severalCredentials);
  if (inForm.clientId !== undefined && inForm.clientId !== inHeader.clientId)
    return refuse({ code: "request-malformed", detail: "The request names two clients." });
  return accept({ ...inHeader, assertion: undefined });
}

/** RFC 6749 section 2.3.1: both halves are form-encoded before they are joined. */
function decodeBasic(text: string): { clientId: string; secret: string | undefined } | undefined {
  const joined = Buffer.from(text, "base64").toString();
  const colon = joined.indexOf(":");
  if (colon < 1) return undefined;
  try {
    const [clientId, secret] = [joined.slice(0, colon), joined.slice(colon + 1)].map((half) =>
      decodeURIComponent(half.replaceAll("+", " ")),
    );
    return clientId === undefined ? undefined : { clientId, secret: secret || undefined };
  } catch {
    return undefined;
  }
}
