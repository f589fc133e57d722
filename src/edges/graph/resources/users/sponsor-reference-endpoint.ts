import { changeSponsors, type SponsorRefusal } from "../../../../domain/directory/change-sponsors.ts";
import { findGroup } from "../../../../domain/directory/find-groups.ts";
import { findUser, sponsorsOf } from "../../../../domain/directory/find-user.ts";
import { mostSponsors, type Sponsor } from "../../../../domain/directory/rules/sponsor.ts";
import { type Branded, type GroupId, parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { readReference } from "../../odata/read-reference.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { checkMayAdminister } from "./may-change-user.ts";
import { viewOf } from "./user-view.ts";

/** `GET /users/{id}/sponsors/$ref`. */
export async function listSponsorReferencesEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const user = await findAddressedUser(request, "GET /users/:id/sponsors/$ref");
  viewOf(caller, user, "GET /users/:id/sponsors/$ref");
  const sponsors = await sponsorsOf(machine.database, caller.tenantId, user.userId);
  const { publicUrl } = machine.configuration;
  return graphJson(c, {
    "@odata.context": odataContext(publicUrl, "Collection($ref)"),
    value: sponsors.map(({ id }) => ({ "@odata.id": `${publicUrl}/v1.0/directoryObjects/${id}` })),
  });
}

/** `POST /users/{id}/sponsors/$ref`. */
export async function addSponsorEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { userId } = await addressedForChange(request, "POST /users/:id/sponsors/$ref");
  const add = await findSponsor(request, readReference(await readJsonObject(request)));
  const { tenantId } = caller;
  const outcome = await changeSponsors(machine, circumstances(request), { tenantId, userId, add });
  if (!outcome.ok) throw sponsorError(outcome.refusal, userId, add.id);
  return c.body(null, 204);
}

/** `DELETE /users/{id}/sponsors/{id}/$ref`. */
export async function removeSponsorEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { userId } = await addressedForChange(request, "DELETE /users/:id/sponsors/:objectId/$ref");
  const removeId = (c.req.param("objectId") ?? "").slice(0, 100).toLowerCase();
  const { tenantId } = caller;
  const outcome = await changeSponsors(machine, circumstances(request), { tenantId, userId, removeId });
  if (!outcome.ok) throw sponsorError(outcome.refusal, userId, removeId);
  return c.body(null, 204);
}

/** The user or group of this id who may answer for somebody; throws 404 when there is none. */
export async function findSponsor({ machine, caller }: GraphRequest, id: Branded<string>): Promise<Sponsor> {
  const { database } = machine;
  const userId = parseGuid<UserId>(id);
  const groupId = parseGuid<GroupId>(id);
  if (userId && (await findUser(database, caller.tenantId, userId))) return { kind: "user", id: userId };
  if (groupId && (await findGroup(database, caller.tenantId, groupId))) return { kind: "group", id: groupId };
  throw notFound(id);
}

/** The refusals of changing sponsors, as clients know them. */
export function sponsorError({ code }: SponsorRefusal, userId: string, sponsorId: string): GraphError {
  switch (code) {
    case "user-not-found":
      return notFound(userId);
    case "sponsor-not-there":
      return notFound(sponsorId);
    case "sponsor-there-already":
      return badRequest(
        "One or more added object references already exist for the following modified properties: 'sponsors'.",
        { code: "AlreadyThere", target: sponsorId, message: "This object is among the sponsors already." },
      );
    case "too-many-sponsors":
      return badRequest(`A user has at most ${mostSponsors} sponsors.`, {
        code: "TooManySponsors",
        target: "sponsors",
        message: "Remove one of them first.",
      });
  }
}

type ChangeOperation = "POST /users/:id/sponsors/$ref" | "DELETE /users/:id/sponsors/:objectId/$ref";

async function addressedForChange(request: GraphRequest, operation: ChangeOperation) {
  const user = await findAddressedUser(request, operation);
  await checkMayAdminister(request.machine, request.caller, user, operation);
  return user;
}
