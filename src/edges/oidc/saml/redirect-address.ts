import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { rsaSha256, type XmlSigner } from "../../../platform/xml/sign-xml.ts";

const deflate = promisify(deflateRaw);

/** A message of ours by HTTP-Redirect, signed in the query (SAML Bindings section 3.4.4.1). */
export async function redirectAddress(
  signer: XmlSigner,
  message: {
    readonly destination: string;
    readonly name: "SAMLRequest" | "SAMLResponse";
    readonly xml: string;
    readonly relayState?: string | undefined;
  },
): Promise<string> {
  const { destination, name, xml, relayState } = message;
  const encoded = (await deflate(xml)).toString("base64");
  const pairs = [
    [name, encoded],
    ...(relayState === undefined ? [] : [["RelayState", relayState]]),
    ["SigAlg", rsaSha256],
  ];
  // The signature is over these very characters, in this very order.
  const signed = pairs.map(([key, value = ""]) => `${key}=${encodeURIComponent(value)}`).join("&");
  const signature = (await signer.sign(Buffer.from(signed))).toString("base64");
  const separator = destination.includes("?") ? "&" : "?";
  return `${destination}${separator}${signed}&Signature=${encodeURIComponent(signature)}`;
}
