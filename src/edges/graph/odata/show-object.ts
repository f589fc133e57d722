import type { AskedProperties } from "../../../foundation/condition.ts";
import type { GraphRequest } from "../graph-request.ts";
import { graphJson } from "../graph-response.ts";
import { expandInto, type Navigations } from "./expand-into.ts";
import { odataContext } from "./page.ts";
import { parseQuery } from "./parse-query.ts";
import { checkSelection, type ResourceType } from "./resource-type.ts";

/** One object to show. */
interface Showing<Item, Properties extends AskedProperties> {
  readonly type: ResourceType<never, Properties>;
  readonly item: Item;
  readonly present: (
    items: readonly Item[],
    select: readonly string[] | undefined,
  ) => readonly object[] | Promise<readonly object[]>;
  readonly navigations?: Navigations<Item>;
}

/** Answers `GET` of one object, with `$select` and `$expand`. */
export async function showObject<Item, Properties extends AskedProperties>(
  { c, machine }: GraphRequest,
  { type, item, present, navigations = {} }: Showing<Item, Properties>,
): Promise<Response> {
  const { select, expand } = parseQuery(c.req.url, c.req.header("consistencylevel"), {
    navigations: Object.keys(navigations),
  });
  checkSelection(type, select);
  const [shown] = await expandInto(await present([item], select), [item], expand, navigations);
  const context = odataContext(machine.configuration.publicUrl, type.collection, select, true);
  return graphJson(c, { "@odata.context": context, ...shown });
}
