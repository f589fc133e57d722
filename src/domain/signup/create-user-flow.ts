import type { TenantId, UserFlowId } from "../../foundation/identifiers.ts";
import { languages } from "../../foundation/language.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { chooseMailLanguage } from "../../platform/mail/words/mail-language.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { findTenant } from "../directory/find-tenant.ts";
import { findUserFlow, forgetUserFlows, listUserFlows } from "./find-user-flow.ts";
import { mostFlows, readFlowName, type UserFlow } from "./rules/user-flow.ts";
import { insertUserFlow } from "./user-flow-store.ts";

export type CreateFlowRefusal = { readonly code: "name-wrong" | "name-taken" | "too-many" };

/**
 * Makes a flow that asks nothing, and lets in people of other organisations of this deployment. Nobody comes by it
 * until it is linked to an application.
 */
export async function createUserFlow(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly name: string },
): Promise<Result<UserFlow, CreateFlowRefusal>> {
  const { tenantId } = input;
  const [tenant, flows] = await Promise.all([
    findTenant(machine.database, tenantId),
    listUserFlows(machine.database, tenantId),
  ]);
  const name = readFlowName(input.name);
  if (name === undefined) return refuse({ code: "name-wrong" });
  if (flows.length >= mostFlows) return refuse({ code: "too-many" });

  const flowId = newIdentifier<UserFlowId>();
  const now = machine.clock();
  const written = await machine.database.transaction().execute(async (transaction) => {
    const isNew = await insertUserFlow(transaction, {
      ...{ tenantId, flowId, name },
      languages: [...languages],
      defaultLanguage: chooseMailLanguage([tenant?.defaultLanguage]),
      createdAt: now,
    });
    if (!isNew) return false;
    await recordEvent(transaction, now, circumstances, {
      tenantId,
      activity: "user-flow-created",
      result: "success",
      target: { kind: "user-flow", id: flowId, name },
    });
    return true;
  });
  if (!written) return refuse({ code: "name-taken" });
  forgetUserFlows(machine.database);
  const created = await findUserFlow(machine.database, tenantId, flowId);
  if (!created) throw new Error("the flow just made is gone");
  return accept(created);
}
