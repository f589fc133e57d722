import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { updateAttribute } from "./attribute-store.ts";
import { findAttribute, forgetAttributes } from "./find-attributes.ts";
import { extensionsApplicationIn } from "./rules/sign-up-attribute.ts";

export type ChangeAttributeRefusal = {
  readonly code: "attribute-not-found" | "attribute-built-in" | "name-wrong";
};

/** Changes what a custom attribute is called; its id and type stay, because values of it are stored. */
export async function changeAttribute(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: TenantId;
    readonly attributeId: string;
    readonly changes: {
      readonly displayName?: string | undefined;
      readonly description?: string | undefined;
    };
  },
): Promise<Result<undefined, ChangeAttributeRefusal>> {
  const { tenantId, changes } = input;
  const before = await findAttribute(machine.database, tenantId, input.attributeId);
  if (!before) return refuse({ code: "attribute-not-found" });
  if (before.origin === "built-in") return refuse({ code: "attribute-built-in" });
  const displayName = (changes.displayName ?? before.displayName).trim();
  const description = changes.description ?? before.description;
  if (displayName === "") return refuse({ code: "name-wrong" });

  const now = machine.clock();
  const { attributeId } = before;
  const written = await machine.database.transaction().execute(async (transaction) => {
    if (!(await updateAttribute(transaction, tenantId, { attributeId, displayName, description })))
      return false;
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "sign-up-attribute-updated",
      result: "success",
      target: { kind: "sign-up-attribute", id: extensionsApplicationIn(attributeId), name: attributeId },
      details: {
        before: { displayName: before.displayName, description: before.description },
        after: { displayName, description },
      },
    });
    return true;
  });
  forgetAttributes(machine.database);
  return written ? accept(undefined) : refuse({ code: "attribute-not-found" });
}
