import { Parser, processors } from "xml2js";

/**
 * XML of somebody outside as plain objects, like node-saml reads it: children by local name in lists, attributes under
 * `$`, text under `_`. SAML has no document types (SAML Core section 1.3 names its schemas), and without one there are
 * no entities to expand or to fetch. Undefined for what is not well-formed or has a document type.
 */
export async function parseXml(text: string): Promise<unknown> {
  if (hasDocumentType(text)) return undefined;
  const parser = new Parser({
    explicitCharkey: true,
    emptyTag: () => ({}),
    tagNameProcessors: [processors.stripPrefix],
  });
  try {
    return (await parser.parseStringPromise(text)) as unknown;
  } catch {
    return undefined;
  }
}

/** SAML and WS-Trust have none, and without one there are no entities to expand or to fetch. */
export function hasDocumentType(text: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(text);
}
