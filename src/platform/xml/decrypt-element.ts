import { XMLSerializer } from "@xmldom/xmldom";
import { decrypt } from "xml-encryption";
import { accept, type Result, refuse } from "../../foundation/result.ts";

/**
 * XML Encryption 1.1 sections 5.2.2 to 5.2.4. CBC is among them since AD FS knows nothing else. Its ciphertext can be
 * changed, and whoever learns what became of it can read it bit by bit: so whatever fails must look the same from
 * outside, and what was decrypted counts only where it is signed.
 */
const contentAlgorithms: readonly string[] = [
  "http://www.w3.org/2009/xmlenc11#aes256-gcm",
  "http://www.w3.org/2009/xmlenc11#aes128-gcm",
  "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
  "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
];
/** Section 5.5.2. The padding of PKCS #1 1.5 (section 5.5.1) is not among them: it gives away the key the same way. */
const keyAlgorithm = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";

const unreadable = "What is encrypted cannot be read with our key.";

export interface DecryptionRefusal {
  readonly code: "not-decrypted";
  readonly detail: string;
}

/** What stands encrypted in an element: one EncryptedData, whose key stands there too, encrypted to ours. */
export async function decryptElement(
  element: Element,
  privateKey: string,
): Promise<Result<string, DecryptionRefusal>> {
  const unfit = unfitness(element);
  if (unfit) return refuse({ code: "not-decrypted", detail: unfit });
  const xml = new XMLSerializer().serializeToString(element);
  const options = { key: privateKey, disallowDecryptionWithInsecureAlgorithm: true };
  return new Promise((resolve) => {
    decrypt(xml, options, (error, plain) =>
      resolve(error ? refuse({ code: "not-decrypted", detail: unreadable }) : accept(plain)),
    );
  });
}

/** The library takes the first of each; so there must be one. */
function unfitness(element: Element): string | undefined {
  const named = (name: string) => element.getElementsByTagNameNS("*", name);
  const [data, key] = [named("EncryptedData"), named("EncryptedKey")];
  const [method, another] = [named("EncryptionMethod"), named("CipherValue")];
  if (data.length !== 1 || key.length !== 1 || method.length !== 2 || another.length !== 2)
    return "There must be one EncryptedData with one EncryptedKey.";
  const used = [method[0], method[1]].map((one) => ({
    algorithm: one?.getAttribute("Algorithm") ?? "",
    isOfKey: one?.parentNode === key[0],
  }));
  const ofKey = used.find(({ isOfKey }) => isOfKey)?.algorithm;
  const ofContent = used.find(({ isOfKey }) => !isOfKey)?.algorithm ?? "";
  if (ofKey !== keyAlgorithm) return `Encrypt the key with ${keyAlgorithm}; ${ofKey} came.`;
  return contentAlgorithms.includes(ofContent)
    ? undefined
    : `Encrypt with AES in GCM or CBC; ${ofContent} came.`;
}
