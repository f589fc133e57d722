import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import type { Context } from "hono";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { parseXml } from "../../../platform/xml/parse-xml.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";

/** A message of SAML as it came, read and not judged. */
export interface SamlMessage {
  readonly kind: "request" | "response";
  readonly xml: string;
  /** The document as plain objects, by local names. */
  readonly document: unknown;
  /** What goes back unchanged. */
  readonly relayState: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
  /** The path it was sent to. */
  readonly path: string;
  /** The query as it was spelled; undefined for a message that was posted. */
  readonly query: string | undefined;
}

/** Real requests have a few thousand bytes; what unfolds to more is a bomb. */
const longestMessage = 64 * 1024;
/** SAML Bindings section 3.4.3 says 80 bytes, and applications put whole addresses here. */
const longestRelayState = 4096;
const deflate = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";
/** Given twice, one reader could take the first and another the last. */
const decisive = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature", "SAMLEncoding"];

const inflate = promisify(inflateRaw);

/** Reads the message of a request by HTTP-Redirect or HTTP-POST (SAML Bindings sections 3.4.4.1 and 3.5.4). */
export async function readMessage(c: Context): Promise<Result<SamlMessage, ProtocolRefusal>> {
  const isPosted = c.req.method === "POST";
  const { search, searchParams, pathname } = new URL(c.req.url);
  const pairs = isPosted ? new URLSearchParams(await c.req.text()) : searchParams;
  const repeated = decisive.find((name) => pairs.getAll(name).length > 1);
  if (repeated !== undefined) return refuse({ code: "parameter-repeated", detail: repeated });
  const parameters = new Map(pairs);
  const relayState = parameters.get("RelayState");
  // No client means U+0000, and the database keeps no text that has it.
  const unfit = [...parameters].find(([, value]) => value.includes("\0"))?.[0];
  if (unfit !== undefined || (relayState?.length ?? 0) > longestRelayState)
    return refuse({ code: "parameter-invalid", detail: unfit ?? "RelayState" });

  const [request, response] = [parameters.get("SAMLRequest"), parameters.get("SAMLResponse")];
  const encoded = request ?? response;
  if (!encoded || (request !== undefined && response !== undefined))
    return refuse({ code: "saml-message-missing" });
  const bytes = bytesOf(encoded);
  if (!bytes) return refuse({ code: "saml-message-not-base64" });
  const isDeflated = !isPosted && (parameters.get("SAMLEncoding") ?? deflate) === deflate;
  const whole = isPosted ? bytes : isDeflated ? await inflated(bytes) : undefined;
  if (!whole || whole.length > longestMessage)
    return refuse({ code: "saml-message-not-deflated", detail: String(longestMessage) });
  const xml = textOf(whole);
  const document = xml && (await parseXml(xml));
  if (!xml || !document) return refuse({ code: "saml-xml-wrong" });
  const kind = request === undefined ? "response" : "request";
  const query = isPosted ? undefined : search.slice(1);
  return accept({ kind, xml, document, relayState, parameters, path: pathname, query });
}

function bytesOf(encoded: string): Buffer | undefined {
  const base64 = encoded.replaceAll(/\s/g, "");
  return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) ? Buffer.from(base64, "base64") : undefined;
}

async function inflated(bytes: Buffer): Promise<Buffer | undefined> {
  try {
    return await inflate(bytes, { maxOutputLength: longestMessage });
  } catch {
    return undefined;
  }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
