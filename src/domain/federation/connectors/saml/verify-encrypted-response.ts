import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import { decryptElement } from "../../../../platform/xml/decrypt-element.ts";
import { elementsIn, parseDocument } from "../../../../platform/xml/parse-document.ts";
import { type SignatureRefusal, verifyElement } from "../../../../platform/xml/verify-element.ts";

const protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
const assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

/**
 * Verifies a response whose assertion is encrypted, and returns the assertion that was signed. Encryption proves nothing:
 * anybody has our certificate. Either the response is signed, then its EncryptedAssertion is read from what was signed;
 * or the assertion inside is.
 */
export async function verifyEncryptedResponse(
  xml: string,
  certificates: readonly string[],
  privateKey: string,
): Promise<Result<string, SignatureRefusal>> {
  const document = parseDocument(xml);
  if (document?.root.localName !== "Response" || document.root.namespaceURI !== protocol)
    return wrong("What came is no SAML response.");
  if (elementsIn(document.root, "Signature").length === 0) {
    const plain = await decryptedAssertion(document.root, privateKey);
    const inner = plain.ok ? parseDocument(plain.value) : undefined;
    if (!plain.ok) return plain;
    return inner
      ? verifyElement(inner.text, inner.root, "ID", certificates)
      : wrong("What was encrypted is no assertion.");
  }
  const verified = verifyElement(document.text, document.root, "ID", certificates);
  if (!verified.ok) return verified;
  const signed = parseDocument(verified.value);
  return signed ? decryptedAssertion(signed.root, privateKey) : wrong("What was signed is no response.");
}

async function decryptedAssertion(
  response: Element,
  privateKey: string,
): Promise<Result<string, SignatureRefusal>> {
  const encrypted = elementsIn(response, "EncryptedAssertion", assertion);
  const [one] = encrypted;
  if (!one || encrypted.length > 1 || elementsIn(response, "Assertion").length > 0)
    return wrong("There must be one assertion.");
  const plain = await decryptElement(one, privateKey);
  if (!plain.ok) return wrong(plain.refusal.detail);
  const root = parseDocument(plain.value)?.root;
  return root?.localName === "Assertion" && root.namespaceURI === assertion
    ? accept(plain.value)
    : wrong("What was encrypted is no assertion.");
}

function wrong(detail: string) {
  return refuse({ code: "answer-wrong", detail } as const);
}
