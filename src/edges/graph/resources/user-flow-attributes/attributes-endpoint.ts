import { type ChangeAttributeRefusal, changeAttribute } from "../../../../domain/signup/change-attribute.ts";
import { type DefineAttributeRefusal, defineAttribute } from "../../../../domain/signup/define-attribute.ts";
import { findAttribute, listAttributes } from "../../../../domain/signup/find-attributes.ts";
import { type RemoveAttributeRefusal, removeAttribute } from "../../../../domain/signup/remove-attribute.ts";
import type { AttributeType, SignUpAttribute } from "../../../../domain/signup/rules/sign-up-attribute.ts";
import { badRequest, GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { checkMayDefineAttributes, checkMayReadAttributes } from "../../may-manage-flows.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { readBody } from "../../read-body.ts";
import { attributeBody, attributeChangesBody, wireTypes } from "./attribute-body.ts";
import { presentAttribute } from "./present-attribute.ts";

const collection = "identity/userFlowAttributes";
const resource = "identityUserFlowAttribute";

/** `GET /identity/userFlowAttributes`. */
export async function listAttributesEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayReadAttributes(caller);
  const attributes = await listAttributes(machine.database, caller.tenantId);
  return listFew(request, collection, attributes.map(presentAttribute));
}

/** `GET /identity/userFlowAttributes/{id}`. */
export async function readAttributeEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadAttributes(request.caller);
  return showOne(request, collection, presentAttribute(await addressedAttribute(request)));
}

/** `POST /identity/userFlowAttributes`. */
export async function createAttributeEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayDefineAttributes(caller);
  const body = readBody(attributeBody, await readJsonObject(request), { resource });
  const types = Object.keys(wireTypes) as AttributeType[];
  const dataType = types.find((type) => wireTypes[type] === body.dataType) ?? "text";
  const outcome = await defineAttribute(machine, circumstances(request), {
    tenantId: caller.tenantId,
    displayName: body.displayName.trim(),
    description: body.description ?? "",
    dataType,
  });
  if (!outcome.ok) throw attributeError(outcome.refusal, "");
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/${collection}/${outcome.value.attributeId}`);
  const context = odataContext(publicUrl, collection, undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentAttribute(outcome.value) }, 201);
}

/** `PATCH /identity/userFlowAttributes/{id}`. */
export async function updateAttributeEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayDefineAttributes(caller);
  const { attributeId } = await addressedAttribute(request);
  const changes = readChanges(attributeChangesBody, resource, await readJsonObject(request), {
    dataType: "Values of this type are stored; make another attribute.",
    userFlowAttributeType: "This property is read-only.",
  });
  const { tenantId } = caller;
  const outcome = await changeAttribute(machine, circumstances(request), { tenantId, attributeId, changes });
  if (!outcome.ok) throw attributeError(outcome.refusal, attributeId);
  return c.body(null, 204);
}

/** `DELETE /identity/userFlowAttributes/{id}`. */
export async function deleteAttributeEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayDefineAttributes(caller);
  const { attributeId } = await addressedAttribute(request);
  const { tenantId } = caller;
  const outcome = await removeAttribute(machine, circumstances(request), { tenantId, attributeId });
  if (!outcome.ok) throw attributeError(outcome.refusal, attributeId);
  return c.body(null, 204);
}

async function addressedAttribute({ c, machine, caller }: GraphRequest): Promise<SignUpAttribute> {
  const id = c.req.param("attributeId") ?? "";
  const attribute = await findAttribute(machine.database, caller.tenantId, id);
  if (!attribute) throw notFound(id.slice(0, 100));
  return attribute;
}

function attributeError(
  { code }: DefineAttributeRefusal | ChangeAttributeRefusal | RemoveAttributeRefusal,
  id: string,
): GraphError {
  switch (code) {
    case "attribute-not-found":
      return notFound(id.slice(0, 100));
    case "attribute-built-in":
      return badRequest("Only custom attributes can be changed or deleted.");
    case "attribute-asked":
      return badRequest("A user flow asks for this attribute.", {
        code: "AttributeInUse",
        target: id,
        message: "DELETE it from the userAttributeAssignments of every user flow first.",
      });
    case "name-wrong":
      return badRequest("displayName must begin with a letter, and have letters or digits.");
    case "name-taken":
      return new GraphError(
        409,
        "Request_MultipleObjectsWithSameKeyValue",
        "An attribute of this name exists already.",
      );
    case "too-many":
      return badRequest("There are as many attributes as there may be. Delete one first.");
  }
}
