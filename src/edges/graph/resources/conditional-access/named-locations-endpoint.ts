import {
  findLocation,
  listLocations,
} from "../../../../domain/conditional-access/find-conditional-access.ts";
import type { NamedLocation } from "../../../../domain/conditional-access/rules/conditional-access-policy.ts";
import {
  addLocation,
  changeLocation,
  removeLocation,
  type SaveLocationRefusal,
} from "../../../../domain/conditional-access/save-location.ts";
import { type NamedLocationId, parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { checkMayManagePolicies, checkMayReadPolicies } from "./may-manage-policies.ts";
import { locationChangesBody, newLocationBody } from "./named-location-body.ts";
import { presentLocation } from "./present-policy.ts";

const collection = "identity/conditionalAccess/namedLocations";
const resource = "ipNamedLocation";

/** `GET /identity/conditionalAccess/namedLocations`. */
export async function listLocationsEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadPolicies(request.caller);
  const locations = await listLocations(request.machine.database, request.caller.tenantId);
  return listFew(request, collection, locations.map(presentLocation));
}

/** `GET /identity/conditionalAccess/namedLocations/{id}`. */
export async function readLocationEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadPolicies(request.caller);
  return showOne(request, collection, presentLocation(await addressedLocation(request)));
}

/** `POST /identity/conditionalAccess/namedLocations`. */
export async function createLocationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManagePolicies(caller);
  const { ipRanges, ...body } = readChanges(newLocationBody, resource, await readNetworks(request));
  const outcome = await addLocation(machine, circumstances(request), {
    tenantId: caller.tenantId,
    ...body,
    ranges: ipRanges.map(({ cidrAddress }) => cidrAddress),
  });
  if (!outcome.ok) throw locationError(outcome.refusal, "");
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/${collection}/${outcome.value.locationId}`);
  const context = odataContext(publicUrl, collection, undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentLocation(outcome.value) }, 201);
}

/** `PATCH /identity/conditionalAccess/namedLocations/{id}`. */
export async function updateLocationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  checkMayManagePolicies(request.caller);
  const location = await addressedLocation(request);
  const { ipRanges, displayName, isTrusted } = readChanges(
    locationChangesBody,
    resource,
    await readNetworks(request),
  );
  const outcome = await changeLocation(machine, circumstances(request), location, {
    ...(displayName !== undefined && { displayName }),
    ...(isTrusted !== undefined && { isTrusted }),
    ...(ipRanges && { ranges: ipRanges.map(({ cidrAddress }) => cidrAddress) }),
  });
  if (!outcome.ok) throw locationError(outcome.refusal, location.locationId);
  return c.body(null, 204);
}

/** `DELETE /identity/conditionalAccess/namedLocations/{id}`. */
export async function deleteLocationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  checkMayManagePolicies(request.caller);
  const location = await addressedLocation(request);
  const outcome = await removeLocation(machine, circumstances(request), location);
  if (!outcome.ok) throw locationError(outcome.refusal, location.locationId);
  return c.body(null, 204);
}

/** The annotation says which kind of location it is; there is one. Its ranges tell theirs by how they are written. */
async function readNetworks(request: GraphRequest): Promise<Record<string, unknown>> {
  const body = await readJsonObject(request);
  const { "@odata.type": kind, ipRanges } = body;
  if (kind !== undefined && kind !== "#microsoft.graph.ipNamedLocation")
    throw badRequest("Invalid value specified for property '@odata.type' of resource 'namedLocation'.", {
      code: "PropertyNotOffered",
      target: "@odata.type",
      message: "Locations are networks here: #microsoft.graph.ipNamedLocation with ipRanges.",
    });
  return Array.isArray(ipRanges) ? { ...body, ipRanges: ipRanges.map(withoutType) } : body;
}

function withoutType(range: unknown): unknown {
  if (typeof range !== "object" || range === null) return range;
  return Object.fromEntries(Object.entries(range).filter(([name]) => name !== "@odata.type"));
}

async function addressedLocation({ c, machine, caller }: GraphRequest): Promise<NamedLocation> {
  const text = c.req.param("id") ?? "";
  const locationId = parseGuid<NamedLocationId>(text);
  const location = locationId && (await findLocation(machine.database, caller.tenantId, locationId));
  if (!location) throw notFound(text.slice(0, 100));
  return location;
}

function locationError(refusal: SaveLocationRefusal, locationId: string): GraphError {
  switch (refusal.code) {
    case "location-not-found":
      return notFound(locationId);
    case "too-many-locations":
      return badRequest("There are as many named locations as there may be. Delete one first.");
    case "location-in-use":
      return new GraphError(409, "Request_Conflict", "A policy speaks of the location.", [
        { code: "LocationInUse", message: `Take it out of the policy '${refusal.policyName}' first.` },
      ]);
  }
}
