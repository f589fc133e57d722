import { sponsorsOf } from "../../../../domain/directory/find-user.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import {
  checkDirectoryObjectSelection,
  presentDirectoryObjects,
} from "../directory-objects/present-directory-objects.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { viewOf } from "./user-view.ts";

/** `GET /users/{id}/sponsors`: at most five users and groups, all on one page. */
export async function listSponsorsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const user = await findAddressedUser(request, "GET /users/:id/sponsors");
  viewOf(caller, user, "GET /users/:id/sponsors");
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkDirectoryObjectSelection(select);
  const sponsors = await sponsorsOf(machine.database, caller.tenantId, user.userId);
  const context = odataContext(machine.configuration.publicUrl, "directoryObjects", select);
  return graphJson(c, {
    "@odata.context": context,
    value: await presentDirectoryObjects(request, sponsors, select),
  });
}
