import { SignedXml } from "xml-crypto";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import { elementsIn } from "./parse-document.ts";
import { explainWeakness, weakAlgorithms } from "./signature-algorithms.ts";

export interface SignatureRefusal {
  /** `signature-wrong`: by none of the certificates; another one might verify it. */
  readonly code: "signature-wrong" | "answer-wrong";
  readonly detail: string;
}

const signatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

/** SAML Core section 5.4.4: the signature inside of what it signs, and the form that does not depend on what is around. */
const transforms: readonly string[] = [
  "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
  "http://www.w3.org/2001/10/xml-exc-c14n#",
];

/**
 * Verifies the signature that an element carries over itself, and returns the very text that was signed. Only that may
 * be read afterwards: whatever else stands in the document is nobody's word.
 */
export function verifyElement(
  document: string,
  element: Element,
  idAttribute: "ID" | "AssertionID",
  certificates: readonly string[],
): Result<string, SignatureRefusal> {
  const [signature, another] = elementsIn(element, "Signature", signatureNamespace);
  if (!signature || another) return wrong("The assertion carries no signature, or several.");
  const id = element.getAttribute(idAttribute) ?? "";
  try {
    for (const certificate of certificates) {
      const library = new SignedXml({
        // Beside `ID`, which it knows; an attribute that is given twice would make one element two.
        ...(idAttribute === "AssertionID" && { idAttribute }),
        publicCert: pem(certificate),
        // Never a key that the answer itself brings.
        getCertFromKeyInfo: () => null,
      });
      library.loadSignature(signature);
      const unfit = unfitness(library, id);
      if (unfit) return wrong(unfit);
      const signed = signedBy(library, document);
      if (signed !== undefined) return accept(signed);
    }
  } catch (error) {
    // Whatever a stranger's XML makes the library throw is the stranger's fault.
    return wrong(error instanceof Error ? error.message : "It cannot be read.");
  }
  return refuse({
    code: "signature-wrong",
    detail: "None of the provider's certificates verifies the signature.",
  });
}

/** What forbids a signature before it is verified. */
function unfitness(library: SignedXml, id: string): string | undefined {
  const [reference, another] = library.getReferences();
  if (!reference || another) return "The signature has no reference, or several.";
  if (id === "" || reference.uri !== `#${id}`) return "The signature is over something else.";
  if (reference.transforms.some((transform) => !transforms.includes(transform)))
    return `Transforms other than ${transforms.join(" and ")} are not taken.`;
  const weak = weakAlgorithms(library.signatureAlgorithm ?? "none", reference.digestAlgorithm);
  return weak.length > 0 ? explainWeakness(weak) : undefined;
}

/** The library throws for a signature by another key, and answers no for a text that was changed. */
function signedBy(library: SignedXml, document: string): string | undefined {
  try {
    if (!library.checkSignature(document)) return undefined;
  } catch {
    return undefined;
  }
  return library.getSignedReferences()[0];
}

function pem(certificate: string): string {
  return `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}

function wrong(detail: string) {
  return refuse({ code: "answer-wrong", detail } as const);
}
