import { type SignatureAlgorithm, SignedXml } from "xml-crypto";

const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
/** RFC 9231 section 2.3.2. */
export const rsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

/** Somebody who signs with RSA and SHA-256 and shows a certificate of the key. */
export interface XmlSigner {
  /** Base64 of DER. */
  readonly certificate: string;
  sign(data: Uint8Array): Promise<Buffer>;
}

/**
 * Signs the element with this id and puts the signature into it, behind its first child: where SAML wants it, after
 * `Issuer` (SAML Core section 5.4), or as the first child of metadata.
 */
export function signXml(
  xml: string,
  {
    id,
    place,
    signer,
  }: { readonly id: string; readonly place: "first" | "second"; readonly signer: XmlSigner },
): Promise<string> {
  const element = `//*[@ID='${id}']`;
  const signature = new SignedXml({
    // The algorithm below asks the signer; the library only wants to see that there is a key.
    privateKey: "kept by the signer",
    publicCert: signer.certificate,
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: exclusive,
  });
  signature.SignatureAlgorithms = { [rsaSha256]: algorithmOf(signer) };
  signature.addReference({ xpath: element, transforms: [enveloped, exclusive], digestAlgorithm: sha256 });
  const location =
    place === "first"
      ? ({ reference: element, action: "prepend" } as const)
      : ({ reference: `${element}/*[1]`, action: "after" } as const);
  return new Promise((resolve, reject) => {
    signature.computeSignature(xml, { location, prefix: "ds" }, (error) =>
      error ? reject(error) : resolve(signature.getSignedXml()),
    );
  });
}

/** The library's algorithm in its asynchronous form, so that signing does not hold up the event loop. */
function algorithmOf(signer: XmlSigner): new () => SignatureAlgorithm {
  return class {
    getAlgorithmName() {
      return rsaSha256;
    }
    getSignature(
      signedInfo: unknown,
      _key: unknown,
      done?: (error: Error | null, value?: string) => void,
    ): string {
      signer.sign(Buffer.from(String(signedInfo))).then(
        (value) => done?.(null, value.toString("base64")),
        (error: Error) => done?.(error),
      );
      return "";
    }
    verifySignature(): boolean {
      throw new Error("this algorithm only signs");
    }
  };
}
