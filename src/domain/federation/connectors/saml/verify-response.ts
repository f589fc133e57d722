import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { SignatureRefusal } from "../../../../platform/xml/verify-element.ts";

/**
 * Verifies the signature of a response and returns the very assertion that was signed: either it carries the signature,
 * or the response does that it stands in. All else is judged by rules of ours, on the machine's clock.
 */
export async function verifyResponse(
  encoded: string,
  certificates: readonly string[],
): Promise<Result<string, SignatureRefusal>> {
  const library = new SAML({
    idpCert: [...certificates],
    issuer: "judged elsewhere",
    callbackUrl: "judged elsewhere",
    audience: false,
    acceptedClockSkewMs: -1,
    validateInResponseTo: ValidateInResponseTo.never,
    // Neither is demanded by itself; the library then demands that one of them covers the assertion.
    wantAuthnResponseSigned: false,
    wantAssertionsSigned: false,
  });
  try {
    const { profile } = await library.validatePostResponseAsync({ SAMLResponse: encoded });
    const assertion = profile?.getAssertionXml?.();
    if (assertion !== undefined) return accept(assertion);
    return refuse({ code: "answer-wrong", detail: "There is no assertion." });
  } catch (error) {
    // Whatever a stranger's XML makes the library throw is the stranger's fault.
    const detail = error instanceof Error ? error.message : "It cannot be read.";
    return refuse({ code: detail === "Invalid signature" ? "signature-wrong" : "answer-wrong", detail });
  }
}
