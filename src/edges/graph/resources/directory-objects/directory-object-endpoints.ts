import { findDirectoryObjects } from "../../../../domain/directory/find-directory-objects.ts";
import type { DirectoryObject } from "../../../../domain/directory/rules/directory-object.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import type { Caller } from "../../caller.ts";
import { badRequest, denied, notFound } from "../../graph-error.ts";
import { type GraphEndpoint, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { type directoryObjectOperations, getByIdsBody } from "./directory-object-operations.ts";
import { membershipEndpoints } from "./membership-endpoints.ts";
import { checkDirectoryObjectSelection, presentDirectoryObjects } from "./present-directory-objects.ts";

export const directoryObjectEndpoints: Record<keyof typeof directoryObjectOperations, GraphEndpoint> = {
  "POST /directoryObjects/getByIds": getByIdsEndpoint,
  "GET /directoryObjects/:id": readDirectoryObjectEndpoint,
  ...membershipEndpoints("/directoryObjects/:id", async (request) => (await findAddressed(request)).id),
};

/** `GET /directoryObjects/{id}`. */
async function readDirectoryObjectEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const object = await findAddressed(request);
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkDirectoryObjectSelection(select);
  const [shown] = await presentDirectoryObjects(request, [object], select);
  if (!shown) throw notFound(object.id);
  const context = odataContext(machine.configuration.publicUrl, "directoryObjects", select, true);
  return graphJson(c, { "@odata.context": context, ...shown });
}

/** `POST /directoryObjects/getByIds`: of these ids those that exist and are of one of the types. */
async function getByIdsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayReadDirectory(caller);
  const body = getByIdsBody.safeParse(await readJsonObject(request));
  if (!body.success) {
    const [issue] = body.error.issues;
    throw badRequest("Invalid value specified for the parameters of getByIds.", {
      code: "InvalidValue",
      target: issue?.path.join("/") ?? "",
      message: issue?.message ?? "",
    });
  }
  const { types } = body.data;
  const ids = [...new Set(body.data.ids.map((id) => id.toLowerCase()))];
  const objects = await findDirectoryObjects(machine.database, caller.tenantId, ids);
  const asked = types?.map((type) => type.replace(/^#?microsoft\.graph\./i, "").toLowerCase());
  const kept = objects.filter(
    ({ kind }) =>
      asked === undefined ||
      asked.length === 0 ||
      asked.includes("directoryobject") ||
      asked.includes(nameOf(kind)),
  );
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "directoryObjects"),
    value: await presentDirectoryObjects(request, kept, undefined),
  });
}

function nameOf(kind: DirectoryObject["kind"]): string {
  return kind.replaceAll("-", "");
}

async function findAddressed({ c, machine, caller }: GraphRequest): Promise<DirectoryObject> {
  checkMayReadDirectory(caller);
  const typed = c.req.param("id") ?? /^\w+\('(.*)'\)$/.exec(c.req.param("keyed") ?? "")?.[1] ?? "";
  const id = parseGuid(typed);
  const [object] = id ? await findDirectoryObjects(machine.database, caller.tenantId, [id]) : [];
  if (!object) throw notFound(typed.slice(0, 100));
  return object;
}

function checkMayReadDirectory(caller: Caller): void {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read the directory here." });
}
