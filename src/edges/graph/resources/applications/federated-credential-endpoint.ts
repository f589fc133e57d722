import { findFederatedCredentials } from "../../../../domain/applications/find-client-credentials.ts";
import { removeFederatedCredential } from "../../../../domain/applications/remove-federated-credential.ts";
import type { Application } from "../../../../domain/applications/rules/application.ts";
import type { FederatedCredential } from "../../../../domain/applications/rules/federated-credential.ts";
import {
  addFederatedCredential,
  changeFederatedCredential,
  type SetFederatedCredentialRefusal,
} from "../../../../domain/applications/set-federated-credential.ts";
import { type FederatedCredentialId, parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { readBody } from "../../read-body.ts";
import { federatedCredentialBody, federatedCredentialChangesBody } from "./federated-credential-body.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { checkMayAct, checkMayChange } from "./may-change-application.ts";

const about = {
  resource: "FederatedIdentityCredential",
  isProperty: (name: string) => name === "id",
};

/** `GET /applications/{id}/federatedIdentityCredentials`. */
export async function listFederatedCredentialsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  parseQuery(c.req.url, c.req.header("consistencylevel"));
  const application = await findAddressedApplication(request);
  const credentials = await findFederatedCredentials(machine.database, application);
  return graphJson(c, {
    "@odata.context": contextOf(request, application),
    value: credentials.map(presentCredential),
  });
}

/** `GET /applications/{id}/federatedIdentityCredentials/{id or name}`. */
export async function readFederatedCredentialEndpoint(request: GraphRequest): Promise<Response> {
  const { c } = request;
  const application = await findAddressedApplication(request);
  return answerCredential(request, application, await findAddressedCredential(request, application), c);
}

/** `POST /applications/{id}/federatedIdentityCredentials`. */
export async function createFederatedCredentialEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayAct(machine, caller, application);
  const typed = readBody(federatedCredentialBody, await readJsonObject(request), about);
  const { objectId } = application;
  const properties = { ...typed, description: typed.description ?? undefined };
  const outcome = await addFederatedCredential(machine, circumstances(request), {
    tenantId,
    objectId,
    properties,
  });
  if (!outcome.ok) throw credentialError(outcome.refusal);
  return answerCredential(request, application, outcome.value, c, 201);
}

/** `PATCH /applications/{id}/federatedIdentityCredentials/{id or name}`. */
export async function updateFederatedCredentialEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayAct(machine, caller, application);
  const { credentialId } = await findAddressedCredential(request, application);
  const typed = readBody(federatedCredentialChangesBody, await readJsonObject(request), about);
  const given = Object.entries(typed).filter(([, value]) => value !== undefined);
  const changes = Object.fromEntries(given.map(([name, value]) => [name, value ?? undefined]));
  const { objectId } = application;
  const key = { tenantId, objectId, credentialId };
  const outcome = await changeFederatedCredential(machine, circumstances(request), { ...key, changes });
  if (!outcome.ok) throw credentialError(outcome.refusal);
  return c.body(null, 204);
}

/** `DELETE /applications/{id}/federatedIdentityCredentials/{id or name}`. */
export async function deleteFederatedCredentialEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const application = await findAddressedApplication(request);
  await checkMayChange(machine, caller, application);
  const { credentialId } = await findAddressedCredential(request, application);
  const { objectId } = application;
  const key = { tenantId, objectId, credentialId };
  const outcome = await removeFederatedCredential(machine, circumstances(request), key);
  if (!outcome.ok) throw notFound(credentialId);
  return c.body(null, 204);
}

async function findAddressedCredential(
  { c, machine }: GraphRequest,
  application: Application,
): Promise<FederatedCredential> {
  const typed = c.req.param("credentialId") ?? "";
  const id = parseGuid<FederatedCredentialId>(typed);
  const credentials = await findFederatedCredentials(machine.database, application);
  const found = credentials.find((one) => one.credentialId === id || one.name === typed);
  if (!found) throw notFound(typed.slice(0, 100));
  return found;
}

function answerCredential(
  request: GraphRequest,
  application: Application,
  credential: FederatedCredential,
  c: GraphRequest["c"],
  status: 200 | 201 = 200,
): Response {
  const context = `${contextOf(request, application)}/$entity`;
  return graphJson(c, { "@odata.context": context, ...presentCredential(credential) }, status);
}

function contextOf({ machine }: GraphRequest, { objectId }: Application): string {
  const what = `applications('${objectId}')/federatedIdentityCredentials`;
  return odataContext(machine.configuration.publicUrl, what);
}

function presentCredential(credential: FederatedCredential): Record<string, unknown> {
  const { credentialId: id, name, issuer, subject, description, audiences } = credential;
  return { id, name, issuer, subject, description: description ?? null, audiences };
}

const explanations: Readonly<
  Record<
    Exclude<SetFederatedCredentialRefusal["code"], "application-not-found" | "credential-not-found">,
    string
  >
> = {
  "credential-name-invalid":
    "name has 3 to 120 letters, digits, '-' and '_', and begins with a letter or digit.",
  "credential-issuer-invalid": "issuer is an https address without query and fragment.",
  "credential-subject-invalid": "subject has 1 to 600 characters.",
  "credential-audience-invalid": "audiences has exactly one value; usual is api://AzureADTokenExchange.",
  "credential-description-too-long": "description has at most 600 characters.",
  "credential-name-taken": "Another credential of the application has this name.",
  "credential-name-fixed": "name cannot be changed.",
  "credential-exists": "Another credential of the application has this issuer and subject.",
  "too-many-credentials": "An application has at most 20 federated identity credentials.",
};

function credentialError({ code }: SetFederatedCredentialRefusal): GraphError {
  if (code === "application-not-found" || code === "credential-not-found") return notFound("credential");
  const message = explanations[code];
  if (code === "credential-name-taken" || code === "credential-exists")
    return new GraphError(409, "Request_MultipleObjectsWithSameKeyValue", message);
  return badRequest(message);
}
