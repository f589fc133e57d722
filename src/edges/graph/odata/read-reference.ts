import { type Branded, parseGuid } from "../../../foundation/identifiers.ts";
import { badRequest } from "../graph-error.ts";
import { referencedId } from "./referenced-id.ts";

/** The id of the object that the body of a `…/$ref` request refers to; throws 400 for none. */
export function readReference(body: Record<string, unknown>): Branded<string> {
  return readReferenceText(body["@odata.id"], "@odata.id");
}

/** The ids in a list of references such as `sponsors@odata.bind`; throws 400 for what is none. */
export function readReferences(body: Record<string, unknown>, name: string): Branded<string>[] {
  const references = body[name];
  if (references === undefined) return [];
  if (!Array.isArray(references) || references.length > 20)
    throw badRequest(`Invalid value specified for '${name}': a list of up to 20 references is expected.`);
  return references.map((reference) => readReferenceText(reference, name));
}

function readReferenceText(reference: unknown, name: string): Branded<string> {
  const id = typeof reference === "string" ? parseGuid(referencedId(reference) ?? "") : undefined;
  if (id !== undefined) return id;
  throw badRequest(`Invalid URL format specified in ${name}.`, {
    code: "InvalidReference",
    target: name,
    message: "Send the address of the object, such as {base}/directoryObjects/{id}.",
  });
}
