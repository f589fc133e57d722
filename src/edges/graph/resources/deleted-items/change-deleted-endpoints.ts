import { purgeDeletedApplication } from "../../../../domain/applications/purge-deleted-application.ts";
import { purgeDeleted } from "../../../../domain/directory/purge-deleted.ts";
import { badRequest, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { type DeletedItem, findAddressedDeleted } from "./find-deleted-item.ts";
import { checkMayChangeDeleted } from "./may-use-deleted.ts";
import { presentDeleted } from "./present-deleted.ts";
import { restoreDeleted } from "./restore-deleted.ts";

/** `DELETE /directory/deletedItems/{id}`: for good. */
export async function purgeDeletedEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const deleted = await findAddressedDeleted(request);
  await checkMayChangeDeleted(machine, caller, deleted);
  const outcome = await purge(request, deleted);
  if (!outcome.ok) throw notFound(c.req.param("id")?.slice(0, 100) ?? "");
  return c.body(null, 204);
}

/** `POST /directory/deletedItems/{id}/restore`: with all that hangs on it, people without their sessions. */
export async function restoreDeletedEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const deleted = await findAddressedDeleted(request);
  await checkMayChangeDeleted(machine, caller, deleted);
  await refuseOptions(request);
  const restored = await restoreDeleted(request, deleted);
  const context = odataContext(machine.configuration.publicUrl, "directoryObjects", undefined, true);
  return graphJson(c, { "@odata.context": context, ...(await presentDeleted(request, restored)) });
}

function purge(request: GraphRequest, deleted: DeletedItem) {
  const { machine, caller } = request;
  const { tenantId } = caller;
  const by = circumstances(request);
  const { kind } = deleted;
  switch (kind) {
    case "user":
      return purgeDeleted(machine, by, { tenantId, kind, id: deleted.user.userId });
    case "group":
      return purgeDeleted(machine, by, { tenantId, kind, id: deleted.group.groupId });
    case "application":
      return purgeDeletedApplication(machine, by, { tenantId, kind, id: deleted.application.objectId });
    case "service-principal": {
      const { servicePrincipalId } = deleted.found.servicePrincipal;
      return purgeDeletedApplication(machine, by, { tenantId, kind, id: servicePrincipalId });
    }
  }
}

/** A body may be empty; the options that settle conflicts by themselves are not offered. */
async function refuseOptions({ c }: GraphRequest): Promise<void> {
  const text = (await c.req.text()).trim();
  if (text === "" || /^\{\s*(?:"autoReconcileProxyConflict"\s*:\s*false\s*)?\}$/.test(text)) return;
  throw badRequest("Restoring takes no options here.", {
    code: "OptionUnsupported",
    message: "Send no body. A conflict of names or addresses is refused and names the other object.",
  });
}
