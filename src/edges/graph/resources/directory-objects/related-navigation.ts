import { findRelatedObjects, type RelatedTo } from "../../../../domain/directory/find-related-objects.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkDirectoryObjectSelection, presentDirectoryObjects } from "./present-directory-objects.ts";

/** As many as clients get of related objects inside an object; the relation's own address has all. */
const mostExpanded = 20;

/** Expands a relation of one object, or of few: each is asked for by itself. */
export function relatedNavigation<Item>(
  request: GraphRequest,
  relation: RelatedTo["relation"],
  idOf: (item: Item) => string,
): (items: readonly Item[], select: readonly string[] | undefined) => Promise<readonly unknown[]> {
  const { machine, caller } = request;
  return (items, select) => {
    checkDirectoryObjectSelection(select);
    return Promise.all(
      items.map(async (item) => {
        const related = { objectId: idOf(item), relation };
        const page = { limit: mostExpanded };
        const found = await findRelatedObjects(machine.database, caller.tenantId, related, page);
        return presentDirectoryObjects(request, found, select);
      }),
    );
  };
}
