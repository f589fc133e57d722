import type { GraphRequest } from "../../graph-request.ts";
import { showObject } from "../../odata/show-object.ts";
import { findAddressedGroup } from "./find-addressed-group.ts";
import { groupType, presentGroup } from "./group-properties.ts";

/** `GET /groups/{id}`. */
export async function readGroupEndpoint(request: GraphRequest): Promise<Response> {
  return showObject(request, {
    type: groupType,
    item: await findAddressedGroup(request),
    present: (groups, select) => groups.map((group) => presentGroup(group, select)),
  });
}
