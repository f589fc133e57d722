import { addToGroup } from "../../../../domain/directory/add-to-group.ts";
import { findRelatedObjects } from "../../../../domain/directory/find-related-objects.ts";
import { removeFromGroup } from "../../../../domain/directory/remove-from-group.ts";
import type { GroupRelation } from "../../../../domain/directory/rules/directory-object.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, notFound } from "../../graph-error.ts";
import { circumstances, type GraphEndpoint, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { readReference } from "../../odata/read-reference.ts";
import { presentDirectoryObjects } from "../directory-objects/present-directory-objects.ts";
import { findAddressedGroup } from "./find-addressed-group.ts";
import { addToGroupError } from "./group-errors.ts";
import { checkMayChangeGroup } from "./may-change-group.ts";

/** `POST /groups/{id}/members/$ref` or `owners/$ref`. */
export function addLinkEndpoint(relation: GroupRelation): GraphEndpoint {
  return async (request) => {
    const { c, machine, caller } = request;
    const group = await findAddressedGroup(request);
    await checkMayChangeGroup(machine, caller, group);
    const id = readReference(await readJsonObject(request));
    const { groupId } = group;
    const { tenantId } = caller;
    const outcome = await addToGroup(machine, circumstances(request), {
      tenantId,
      groupId,
      relation,
      ids: [id],
    });
    if (!outcome.ok) throw addToGroupError(outcome.refusal, groupId, relation);
    return c.body(null, 204);
  };
}

/** `DELETE /groups/{id}/members/{id}/$ref` or `owners/{id}/$ref`. */
export function removeLinkEndpoint(relation: GroupRelation): GraphEndpoint {
  return async (request) => {
    const { c, machine, caller } = request;
    const group = await findAddressedGroup(request);
    await checkMayChangeGroup(machine, caller, group);
    const objectId = linkedId(request);
    const { groupId } = group;
    const outcome = await removeFromGroup(machine, circumstances(request), {
      tenantId: caller.tenantId,
      groupId,
      relation,
      objectId,
    });
    if (outcome.ok) return c.body(null, 204);
    switch (outcome.refusal.code) {
      case "group-not-found":
        throw notFound(groupId);
      case "not-there":
        throw notFound(objectId);
      case "last-owner":
        throw badRequest("The group must have at least one owner, hence this owner cannot be removed.", {
          code: "LastOwner",
          target: objectId,
          message: "Make another user an owner first.",
        });
    }
  };
}

/** `GET /groups/{id}/members/{id}` or `owners/{id}`: 404 unless it is one. */
export function readLinkEndpoint(relation: GroupRelation): GraphEndpoint {
  return async (request) => {
    const { c, machine, caller } = request;
    const { groupId } = await findAddressedGroup(request);
    const id = linkedId(request);
    const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
    const found = await findRelatedObjects(
      machine.database,
      caller.tenantId,
      { objectId: groupId, relation: `${relation}s`, among: [id] },
      { limit: 1 },
    );
    const [shown] = await presentDirectoryObjects(request, found, select);
    if (!shown) throw notFound(id);
    const context = odataContext(machine.configuration.publicUrl, "directoryObjects", undefined, true);
    return graphJson(c, { "@odata.context": context, ...shown });
  };
}

function linkedId({ c }: GraphRequest): string {
  const typed = c.req.param("objectId") ?? "";
  const id = parseGuid(typed);
  if (id === undefined) throw notFound(typed.slice(0, 100));
  return id;
}
