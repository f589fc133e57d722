import { addClientSecret } from "../../../../domain/applications/add-client-secret.ts";
import { removeClientSecret } from "../../../../domain/applications/remove-client-secret.ts";
import { parseGuid, type SecretId } from "../../../../foundation/identifiers.ts";
import { badRequest } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { readBody } from "../../read-body.ts";
import { registrationError } from "./application-errors.ts";
import { presentSecret } from "./application-parts-view.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { checkMayAct, checkMayChange } from "./may-change-application.ts";
import { addPasswordBody, removePasswordBody } from "./password-body.ts";

const about = { resource: "PasswordCredential" };
const dayMilliseconds = 86_400_000;
const usualLifetimeDays = 730;

/** `POST /applications/{id}/addPassword`: the only answer that ever holds the secret. */
export async function addPasswordEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const application = await findAddressedApplication(request);
  await checkMayAct(machine, caller, application);
  const typed = readBody(addPasswordBody, await readJsonObject(request), about).passwordCredential;
  const startsAt = typed?.startDateTime ? new Date(typed.startDateTime) : machine.clock();
  const { tenantId } = caller;
  const { applicationId } = application;
  const displayName = typed?.displayName ?? undefined;
  const outcome = await addClientSecret(machine, circumstances(request), {
    tenantId,
    applicationId,
    displayName,
    startsAt,
    lifetimeDays: typed?.endDateTime
      ? (new Date(typed.endDateTime).getTime() - startsAt.getTime()) / dayMilliseconds
      : usualLifetimeDays,
  });
  if (!outcome.ok) throw registrationError(outcome.refusal);
  const { secretText, ...added } = outcome.value;
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "microsoft.graph.passwordCredential"),
    ...presentSecret({ ...added, displayName }),
    secretText,
  });
}

/** `POST /applications/{id}/removePassword`. */
export async function removePasswordEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayChange(machine, caller, application);
  const { keyId } = readBody(removePasswordBody, await readJsonObject(request), about);
  const { objectId } = application;
  const secretId = parseGuid<SecretId>(keyId) ?? ("" as SecretId);
  const outcome = await removeClientSecret(machine, circumstances(request), { tenantId, objectId, secretId });
  if (!outcome.ok)
    throw badRequest("No password credential found with keyId.", {
      code: "UnknownKey",
      target: "keyId",
      message: "passwordCredentials of the application lists the secrets that it has.",
    });
  return c.body(null, 204);
}
