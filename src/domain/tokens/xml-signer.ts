import type { Machine } from "../../platform/machine.ts";
import type { XmlSigner } from "../../platform/xml/sign-xml.ts";
import { signingKeys } from "./signing-keys.ts";

/** The key that signs tokens now, for assertions and other messages of SAML. */
export async function xmlSigner(machine: Machine): Promise<XmlSigner> {
  const { current } = await signingKeys(machine);
  return {
    certificate: current.certificate,
    async sign(data) {
      // The key was imported for RS256, which is RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 section 3.3).
      const signed = await crypto.subtle.sign("RSASSA-PKCS1-v1_5", current.privateKey, Uint8Array.from(data));
      return Buffer.from(signed);
    },
  };
}
