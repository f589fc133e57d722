import { elementsIn, parseDocument } from "../../../../platform/xml/parse-document.ts";

/** WS-Trust of February 2005, and 1.3 (section 1.4), which is also the namespace of 1.4. */
const trustNamespaces = [
  "http://schemas.xmlsoap.org/ws/2005/02/trust",
  "http://docs.oasis-open.org/ws-sx/ws-trust/200512",
];

/** The attribute that an assertion is referred to by, of SAML 1.1 (section 2.3.2) and of SAML 2.0 (section 2.3.3). */
const idAttributes = {
  "urn:oasis:names:tc:SAML:1.0:assertion": "AssertionID",
  "urn:oasis:names:tc:SAML:2.0:assertion": "ID",
} as const;

/** The token of an answer, nothing about it verified. */
export interface FoundToken {
  /** The document that it stands in. */
  readonly document: string;
  readonly element: Element;
  readonly idAttribute: "ID" | "AssertionID";
}

/** Who a token says it is from, in SAML 1.1 by an attribute. Nothing is verified: it only tells whose certificates to try. */
export function claimedIssuer({ element, idAttribute }: FoundToken): string | undefined {
  if (idAttribute === "AssertionID") return element.getAttribute("Issuer") ?? undefined;
  return elementsIn(element, "Issuer")[0]?.textContent?.trim();
}

/**
 * Finds the token in what a provider answers: one RequestSecurityTokenResponse, alone or in a collection of one
 * (WS-Trust 1.3 section 4.3), in which one assertion stands. Otherwise what is the matter.
 */
export function findToken(wresult: string): FoundToken | string {
  const parsed = parseDocument(wresult);
  if (!parsed) return "What came is no XML, or has a document type.";
  const namespace = trustNamespaces.find((one) => one === parsed.root.namespaceURI);
  if (namespace === undefined) return "What came is no RequestSecurityTokenResponse.";
  const isCollection = parsed.root.localName === "RequestSecurityTokenResponseCollection";
  const responses = isCollection ? elementsIn(parsed.root) : [parsed.root];
  const [token, another] = responses
    .filter(({ localName }) => localName === "RequestSecurityTokenResponse")
    .flatMap((response) => elementsIn(response, "RequestedSecurityToken", namespace))
    .flatMap((requested) => elementsIn(requested));
  if (responses.length !== 1 || !token || another) return "There must be one RequestedSecurityToken.";
  if (token.localName === "EncryptedData") return "The token is encrypted. Send it signed and not encrypted.";
  const idAttribute = Object.entries(idAttributes).find(([known]) => known === token.namespaceURI)?.[1];
  if (idAttribute === undefined || token.localName !== "Assertion")
    return "The token is no assertion of SAML 1.1 or SAML 2.0.";
  return { document: parsed.text, element: token, idAttribute };
}
