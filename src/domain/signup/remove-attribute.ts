import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { forgetCustomValue } from "../directory/forget-custom-value.ts";
import { deleteAttribute, isAttributeAsked, lockAttribute } from "./attribute-store.ts";
import { findAttribute, forgetAttributes } from "./find-attributes.ts";
import { extensionsApplicationIn } from "./rules/sign-up-attribute.ts";

export type RemoveAttributeRefusal = {
  readonly code: "attribute-not-found" | "attribute-built-in" | "attribute-asked";
};

/** Takes a custom attribute away, and its value from everybody who has one; not while a flow asks for it. */
export async function removeAttribute(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly attributeId: string },
): Promise<Result<undefined, RemoveAttributeRefusal>> {
  const { tenantId } = input;
  const attribute = await findAttribute(machine.database, tenantId, input.attributeId);
  if (!attribute) return refuse({ code: "attribute-not-found" });
  if (attribute.origin === "built-in") return refuse({ code: "attribute-built-in" });

  const now = machine.clock();
  const { attributeId, dataType } = attribute;
  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<undefined, RemoveAttributeRefusal>> => {
      if (!(await lockAttribute(transaction, tenantId, attributeId)))
        return refuse({ code: "attribute-not-found" });
      if (await isAttributeAsked(transaction, tenantId, attributeId))
        return refuse({ code: "attribute-asked" });
      await deleteAttribute(transaction, tenantId, attributeId);
      await forgetCustomValue(transaction, tenantId, attributeId);
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity: "sign-up-attribute-deleted",
        result: "success",
        target: { kind: "sign-up-attribute", id: extensionsApplicationIn(attributeId), name: attributeId },
        details: { dataType },
      });
      return accept(undefined);
    });
  forgetAttributes(machine.database);
  return outcome;
}
