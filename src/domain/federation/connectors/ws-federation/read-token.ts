import { parseXml } from "../../../../platform/xml/parse-xml.ts";
import { readSaml1Token } from "./read-saml1-token.ts";
import { readSaml2Token } from "./read-saml2-token.ts";
import type { Token } from "./rules/token.ts";

/** Reads a token whose signature was verified; otherwise what it lacks. */
export async function readToken(xml: string, idAttribute: "ID" | "AssertionID"): Promise<Token | string> {
  const document = await parseXml(xml);
  return idAttribute === "ID" ? readSaml2Token(document) : readSaml1Token(document);
}
