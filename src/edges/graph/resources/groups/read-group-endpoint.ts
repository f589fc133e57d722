import type { Group } from "../../../../domain/directory/rules/group.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { showObject } from "../../odata/show-object.ts";
import { relatedNavigation } from "../directory-objects/related-navigation.ts";
import { findAddressedGroup } from "./find-addressed-group.ts";
import { groupType, presentGroup } from "./group-properties.ts";

/** `GET /groups/{id}`. */
export async function readGroupEndpoint(request: GraphRequest): Promise<Response> {
  const idOf = (group: Group) => group.groupId;
  return showObject(request, {
    type: groupType,
    item: await findAddressedGroup(request),
    present: (groups, select) => groups.map((group) => presentGroup(group, select)),
    navigations: {
      members: relatedNavigation(request, "members", idOf),
      owners: relatedNavigation(request, "owners", idOf),
      memberOf: relatedNavigation(request, "member-of", idOf),
    },
  });
}
