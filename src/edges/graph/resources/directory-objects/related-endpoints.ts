import type { RelatedTo } from "../../../../domain/directory/find-related-objects.ts";
import type { DirectoryObjectKind } from "../../../../domain/directory/rules/directory-object.ts";
import type { GraphEndpoint, GraphRequest } from "../../graph-request.ts";
import { countRelatedGroups, listRelatedGroups } from "../groups/list-groups-endpoint.ts";
import { countRelatedUsers, listRelatedUsers } from "../users/list-users-endpoint.ts";
import { answerRelatedCount, answerRelatedPage } from "./answer-related.ts";
import type { Cast, RelatedOperation } from "./related-operations.ts";

/** Objects related to one object, as its address says. */
export interface RelatedList {
  readonly relation: RelatedTo["relation"];
  /** Finds the id of the object in the address; throws where the caller may not read its relations. */
  readonly find: (request: GraphRequest) => Promise<string>;
}

type Answer = (request: GraphRequest, related: RelatedTo) => Promise<Response>;

function ofKind(kind: DirectoryObjectKind): { readonly list: Answer; readonly count: Answer } {
  return {
    list: (request, related) => answerRelatedPage(request, related, [kind]),
    count: (request, related) => answerRelatedCount(request, related, [kind]),
  };
}

/** Of one type, objects can be asked for as those of the type's own collection can. */
const casts: Record<Cast, { readonly list: Answer; readonly count: Answer }> = {
  "microsoft.graph.user": { list: listRelatedUsers, count: countRelatedUsers },
  "microsoft.graph.group": { list: listRelatedGroups, count: countRelatedGroups },
  "microsoft.graph.servicePrincipal": ofKind("service-principal"),
  "microsoft.graph.application": ofKind("application"),
  "microsoft.graph.directoryRole": ofKind("directory-role"),
};

/** The endpoints of `relatedOperations`. */
export function relatedEndpoints<Path extends string, Casts extends Cast>(
  path: Path,
  offeredCasts: readonly Casts[],
  { relation, find }: RelatedList,
): Record<RelatedOperation<Path, Casts>, GraphEndpoint> {
  const answering =
    (answer: Answer): GraphEndpoint =>
    async (request) =>
      answer(request, { objectId: await find(request), relation });
  const endpoints: Record<string, GraphEndpoint> = {
    [`GET ${path}`]: answering((request, related) => answerRelatedPage(request, related)),
    [`GET ${path}/$count`]: answering((request, related) => answerRelatedCount(request, related)),
    [`GET ${path}/$ref`]: answering((request, related) =>
      answerRelatedPage(request, related, undefined, "references"),
    ),
  };
  for (const cast of offeredCasts) {
    endpoints[`GET ${path}/${cast}`] = answering(casts[cast].list);
    endpoints[`GET ${path}/${cast}/$count`] = answering(casts[cast].count);
  }
  return endpoints;
}
