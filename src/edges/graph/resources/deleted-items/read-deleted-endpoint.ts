import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { findAddressedDeleted } from "./find-deleted-item.ts";
import { checkMaySeeDeleted } from "./may-use-deleted.ts";
import { presentDeleted } from "./present-deleted.ts";

/** `GET /directory/deletedItems/{id}`. */
export async function readDeletedEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const deleted = await findAddressedDeleted(request);
  checkMaySeeDeleted(caller, deleted.kind);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  const context = odataContext(machine.configuration.publicUrl, "directoryObjects", undefined, true);
  return graphJson(c, { "@odata.context": context, ...(await presentDeleted(request, deleted, select)) });
}
