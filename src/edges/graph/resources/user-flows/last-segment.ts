import { badRequest } from "../../graph-error.ts";
import { readBody } from "../../read-body.ts";
import { flowReferenceBody } from "./user-flow-body.ts";

/**
 * What a reference such as `https://graph.microsoft.com/v1.0/identityProviders/Google-OAUTH` ends with: whatever host
 * and collection it names, the last segment counts, also where it is written as a key.
 */
export function lastSegment(body: Record<string, unknown>): string {
  const reference = body["@odata.id"];
  if (typeof reference !== "string") readBody(flowReferenceBody, {}, { resource: "reference" });
  const segment = String(reference).replace(/\/$/, "").split("/").at(-1) ?? "";
  const id = /^\w*\((?:\w+=)?'(.*)'\)$/.exec(segment)?.[1] ?? segment;
  if (id === "" || id.length > 200) throw badRequest("Invalid URL format specified in @odata.id.");
  return id;
}
