import { DOMParser } from "@xmldom/xmldom";
import { hasDocumentType } from "./parse-xml.ts";

/**
 * XML of somebody outside as a tree, in the reader that the library for signatures uses itself. Line ends are those
 * that XML section 2.11 says a reader sees. Undefined for what is not well-formed or has a document type.
 */
export function parseDocument(text: string): { readonly text: string; readonly root: Element } | undefined {
  if (hasDocumentType(text)) return undefined;
  const normal = text.replace(/\r\n?/g, "\n");
  const refused = (message: string) => {
    throw new Error(message);
  };
  try {
    const parser = new DOMParser({ errorHandler: { warning: refused, error: refused, fatalError: refused } });
    const root = parser.parseFromString(normal, "text/xml").documentElement;
    return root === null ? undefined : { text: normal, root };
  } catch {
    return undefined;
  }
}

/** The elements that stand straight in another one; of one name and namespace, where these are given. */
export function elementsIn(parent: Element, name?: string, namespace?: string): readonly Element[] {
  return [...Array(parent.childNodes.length).keys()]
    .map((place) => parent.childNodes[place])
    .filter((node): node is Element => node?.nodeType === 1)
    .filter((element) => name === undefined || element.localName === name)
    .filter((element) => namespace === undefined || element.namespaceURI === namespace);
}
