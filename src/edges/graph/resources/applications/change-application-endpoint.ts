import { createRegistration } from "../../../../domain/applications/create-registration.ts";
import { deleteRegistration } from "../../../../domain/applications/delete-registration.ts";
import type { ApplicationOwner } from "../../../../domain/applications/rules/application-owner.ts";
import { updateRegistration } from "../../../../domain/applications/update-registration.ts";
import type { Caller } from "../../caller.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { readApplicationChanges, readNewApplication } from "./application-body.ts";
import { registrationError } from "./application-errors.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { checkMayAct, checkMayChange, checkMayRegister } from "./may-change-application.ts";
import { ownersOfNew } from "./owners-of-new.ts";
import { presentApplications } from "./present-applications.ts";

/** `POST /applications`: whoever registers it owns it. */
export async function createApplicationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  checkMayRegister(caller);
  const { displayName, changes, certificates, ownerReferences } = readNewApplication(
    await readJsonObject(request),
  );
  const owners = await ownersOfNew(request, ownerOf(caller), ownerReferences);
  const outcome = await createRegistration(machine, circumstances(request), {
    tenantId,
    displayName,
    // The reference's default; the version that is written down later stays.
    properties: { accessTokenVersion: 1, ...changes },
    certificates,
    owners,
  });
  if (!outcome.ok) throw registrationError(outcome.refusal);
  const [shown] = await presentApplications(machine, tenantId, [outcome.value], undefined);
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/applications/${outcome.value.objectId}`);
  const context = odataContext(publicUrl, "applications", undefined, true);
  return graphJson(c, { "@odata.context": context, ...shown }, 201);
}

/** `PATCH /applications/{id}`. */
export async function updateApplicationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayChange(machine, caller, application);
  const { changes, certificates } = readApplicationChanges(await readJsonObject(request));
  if (certificates) await checkMayAct(machine, caller, application);
  const { objectId } = application;
  const outcome = await updateRegistration(machine, circumstances(request), {
    tenantId,
    objectId,
    changes,
    certificates,
  });
  if (!outcome.ok) throw registrationError(outcome.refusal);
  return c.body(null, 204);
}

/** `DELETE /applications/{id}`. */
export async function deleteApplicationEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayChange(machine, caller, application);
  const { objectId } = application;
  const outcome = await deleteRegistration(machine, circumstances(request), { tenantId, objectId });
  if (!outcome.ok) throw registrationError(outcome.refusal);
  return c.body(null, 204);
}

/** Whoever registers an application owns it. */
function ownerOf({ actor }: Caller): ApplicationOwner | undefined {
  if (actor.kind === "application") return { kind: "service-principal", id: actor.servicePrincipalId };
  return actor.kind === "user" ? { kind: "user", id: actor.userId } : undefined;
}
