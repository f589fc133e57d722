import type { z } from "zod";
import { deleteApiConnector } from "../../../../domain/signup/api-connectors/delete-api-connector.ts";
import { listApiConnectors } from "../../../../domain/signup/api-connectors/find-api-connectors.ts";
import {
  type ConnectorCredentials,
  type ConnectorProperties,
  changeApiConnector,
  createApiConnector,
  type SaveConnectorRefusal,
} from "../../../../domain/signup/api-connectors/save-api-connector.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { checkMayManageFlows } from "../../may-manage-flows.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { addressedConnector } from "./addressed-connector.ts";
import { apiConnectorChangesBody, clientCertificateBody, newApiConnectorBody } from "./api-connector-body.ts";
import { presentApiConnector } from "./present-api-connector.ts";
import { readTypedBody } from "./read-typed-body.ts";

const collection = "identity/apiConnectors";

/** `GET /identity/apiConnectors`. */
export async function listApiConnectorsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayManageFlows(caller);
  const connectors = await listApiConnectors(machine.database, caller.tenantId);
  const now = machine.clock();
  return listFew(
    request,
    collection,
    connectors.map((connector) => presentApiConnector(connector, now)),
  );
}

/** `GET /identity/apiConnectors/{id}`. */
export async function readApiConnectorEndpoint(request: GraphRequest): Promise<Response> {
  const connector = await addressedConnector(request);
  return showOne(request, collection, presentApiConnector(connector, request.machine.clock()));
}

/** `POST /identity/apiConnectors`. */
export async function createApiConnectorEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManageFlows(caller);
  const body = readTypedBody(newApiConnectorBody, await readJsonObject(request));
  const outcome = await createApiConnector(
    machine,
    circumstances(request),
    caller.tenantId,
    propertiesOf(body),
  );
  if (!outcome.ok) throw connectorError(outcome.refusal, "");
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/${collection}/${outcome.value.connectorId}`);
  const context = odataContext(publicUrl, collection, undefined, true);
  const shown = presentApiConnector(outcome.value, machine.clock());
  return graphJson(c, { "@odata.context": context, ...shown }, 201);
}

/** `PATCH /identity/apiConnectors/{id}`. */
export async function updateApiConnectorEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const connector = await addressedConnector(request);
  const body = readTypedBody(apiConnectorChangesBody, await readJsonObject(request));
  const outcome = await changeApiConnector(machine, circumstances(request), connector, propertiesOf(body));
  if (!outcome.ok) throw connectorError(outcome.refusal, connector.connectorId);
  return c.body(null, 204);
}

/** `POST /identity/apiConnectors/{id}/uploadClientCertificate`. */
export async function uploadClientCertificateEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const connector = await addressedConnector(request);
  const body = readTypedBody(clientCertificateBody, await readJsonObject(request));
  const outcome = await changeApiConnector(machine, circumstances(request), connector, {
    credentials: certificateOf(body),
  });
  if (!outcome.ok) throw connectorError(outcome.refusal, connector.connectorId);
  const { publicUrl } = machine.configuration;
  const shown = presentApiConnector(outcome.value, machine.clock());
  return graphJson(c, { "@odata.context": odataContext(publicUrl, collection, undefined, true), ...shown });
}

/** `DELETE /identity/apiConnectors/{id}`. */
export async function deleteApiConnectorEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const connector = await addressedConnector(request);
  const outcome = await deleteApiConnector(machine, circumstances(request), connector);
  if (!outcome.ok) throw notFound(connector.connectorId);
  return c.body(null, 204);
}

function propertiesOf(body: z.infer<typeof apiConnectorChangesBody>): ConnectorProperties {
  const { displayName, targetUrl, signingSecret, authenticationConfiguration: authentication } = body;
  const credentials: ConnectorCredentials | undefined =
    authentication &&
    ("username" in authentication
      ? {
          kind: "basic",
          userName: String(authentication.username),
          password: String(authentication["password"]),
        }
      : certificateOf({
          pkcs12Value: String(authentication["pkcs12Value"]),
          password: String(authentication["password"]),
        }));
  return { displayName, targetUrl, signingSecret, credentials };
}

function certificateOf(body: z.infer<typeof clientCertificateBody>): ConnectorCredentials {
  return { kind: "certificate", file: Buffer.from(body.pkcs12Value, "base64"), password: body.password };
}

const messages: Readonly<
  Record<
    Exclude<SaveConnectorRefusal["code"], "connector-not-found">,
    readonly [target: string, message: string]
  >
> = {
  "too-many-connectors": ["id", "There are as many connectors as there may be. Delete one first."],
  "target-wrong": ["targetUrl", "It is an https address without user name or fragment."],
  "name-missing": ["displayName", "A connector has a name."],
  "credentials-missing": ["authenticationConfiguration", "The API must be able to know us."],
  "certificate-expired": ["pkcs12Value", "The certificate has ended."],
  "key-bag-not-readable": ["pkcs12Value", "It is no PKCS #12 file, or the password is another."],
  "key-bag-without-key": ["pkcs12Value", "The file needs one key, and the certificate for it."],
  "key-too-weak": ["pkcs12Value", "The key is RSA with 2,048 bits or more."],
};

function connectorError({ code }: SaveConnectorRefusal, id: string): GraphError {
  if (code === "connector-not-found") return notFound(id);
  const [target, message] = messages[code];
  return badRequest(`Invalid value specified for property '${target}' of resource 'identityApiConnector'.`, {
    code,
    target,
    message,
  });
}
