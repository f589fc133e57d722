import {
  countRelated,
  findRelatedObjects,
  type RelatedTo,
} from "../../../../domain/directory/find-related-objects.ts";
import type { DirectoryObjectKind } from "../../../../domain/directory/rules/directory-object.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, unsupportedQuery } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { nextLink, odataContext, pathOf } from "../../odata/page.ts";
import { type ODataQuery, parseQuery } from "../../odata/parse-query.ts";
import { checkDirectoryObjectSelection, presentDirectoryObjects } from "./present-directory-objects.ts";

/** Answers one page of objects of several types, or of references to them. */
export async function answerRelatedPage(
  request: GraphRequest,
  related: RelatedTo,
  kinds?: readonly DirectoryObjectKind[],
  form: "objects" | "references" = "objects",
): Promise<Response> {
  const { c, machine, caller } = request;
  const query = readRelatedQuery(request);
  const { publicUrl } = machine.configuration;
  const asked = { ...related, kinds };
  const after = query.after === undefined ? undefined : parseGuid(query.after);
  if (query.after !== undefined && after === undefined) throw badRequest("Skip token is not valid.");

  const isCounted = query.count && query.isAdvanced && after === undefined;
  const [objects, total] = await Promise.all([
    findRelatedObjects(machine.database, caller.tenantId, asked, { after, limit: query.top + 1 }),
    isCounted ? countRelated(machine.database, caller.tenantId, asked) : undefined,
  ]);
  const shown = objects.slice(0, query.top);
  const last = shown.at(-1);
  return graphJson(c, {
    "@odata.context": odataContext(
      publicUrl,
      form === "references" ? "Collection($ref)" : "directoryObjects",
      form === "references" ? undefined : query.select,
    ),
    ...(total === undefined ? {} : { "@odata.count": total }),
    ...(objects.length > query.top && last
      ? { "@odata.nextLink": nextLink(publicUrl, pathOf(c.req.url), query, last.id) }
      : {}),
    value:
      form === "references"
        ? shown.map(({ id }) => ({ "@odata.id": `${publicUrl}/v1.0/directoryObjects/${id}` }))
        : await presentDirectoryObjects(request, shown, query.select),
  });
}

/** Answers how many there are, as plain text. */
export async function answerRelatedCount(
  request: GraphRequest,
  related: RelatedTo,
  kinds?: readonly DirectoryObjectKind[],
): Promise<Response> {
  const { c, machine, caller } = request;
  const query = readRelatedQuery(request);
  if (!query.isAdvanced)
    throw badRequest("$count is not currently supported.", {
      code: "ConsistencyLevelMissing",
      message: "Send the header 'ConsistencyLevel: eventual'.",
    });
  return c.text(String(await countRelated(machine.database, caller.tenantId, { ...related, kinds })));
}

function readRelatedQuery({ c }: GraphRequest): ODataQuery {
  const query = parseQuery(c.req.url, c.req.header("consistencylevel"));
  if (query.filter !== undefined || query.orderBy !== undefined)
    throw unsupportedQuery("$filter and $orderby are not supported on objects of several types.", {
      code: "CastMissing",
      message: "Add the type to the path, such as /microsoft.graph.user, to filter or order.",
    });
  checkDirectoryObjectSelection(query.select);
  return query;
}
