import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { insertAttribute } from "./attribute-store.ts";
import { ensureExtensionsApplication } from "./ensure-extensions-application.ts";
import { forgetAttributes, listCustomAttributes } from "./find-attributes.ts";
import {
  customAttributeId,
  extensionsApplicationIn,
  mostCustomAttributes,
  type SignUpAttribute,
} from "./rules/sign-up-attribute.ts";

export interface NewAttribute extends Pick<SignUpAttribute, "displayName" | "description" | "dataType"> {
  readonly tenantId: TenantId;
}

export type DefineAttributeRefusal = { readonly code: "name-wrong" | "name-taken" | "too-many" };

/** Makes an attribute of a tenant's own. */
export async function defineAttribute(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, displayName, description, dataType }: NewAttribute,
): Promise<Result<SignUpAttribute, DefineAttributeRefusal>> {
  const existing = await listCustomAttributes(machine.database, tenantId);
  if (existing.length >= mostCustomAttributes) return refuse({ code: "too-many" });
  // Before anything is registered for a name that cannot be one.
  if (customAttributeId("", displayName) === undefined) return refuse({ code: "name-wrong" });
  const applicationId = await ensureExtensionsApplication(machine, circumstances, tenantId);
  const attributeId = customAttributeId(applicationId, displayName);
  if (attributeId === undefined) return refuse({ code: "name-wrong" });

  const now = machine.clock();
  const written = await machine.database.transaction().execute(async (transaction) => {
    const row = { tenantId, attributeId, displayName, description, dataType, createdAt: now };
    if (!(await insertAttribute(transaction, row))) return false;
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "sign-up-attribute-created",
      result: "success",
      target: { kind: "sign-up-attribute", id: extensionsApplicationIn(attributeId), name: attributeId },
      details: { dataType },
    });
    return true;
  });
  forgetAttributes(machine.database);
  return written
    ? accept({ attributeId, displayName, description, dataType, origin: "custom" })
    : refuse({ code: "name-taken" });
}
