import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import { askAttribute } from "../../domain/signup/ask-attributes.ts";
import { createUserFlow } from "../../domain/signup/create-user-flow.ts";
import { findUserFlowByName } from "../../domain/signup/find-user-flow.ts";
import { linkToFlow } from "../../domain/signup/link-to-flow.ts";
import { switchSignUp } from "../../domain/signup/switch-sign-up.ts";
import { updateUserFlow } from "../../domain/signup/update-user-flow.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import type { DemoUserFlow } from "./demo-user-flow.ts";

/** Makes a flow of the demo; what an earlier start has made of it already stays. */
export async function seedUserFlow(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
  { name, applicationId, questions }: DemoUserFlow,
): Promise<void> {
  await switchSignUp(machine, circumstances, { tenantId, isEnabled: true });
  await createUserFlow(machine, circumstances, { tenantId, name });
  const flow = await findUserFlowByName(machine.database, tenantId, name);
  const application = await findApplicationInTenant(machine.database, tenantId, applicationId);
  if (!flow || !application) throw new Error(`the flow ${name} of the demo could not be made`);
  await updateUserFlow(machine, circumstances, { flow, changes: { allowsEmailCode: true } });
  for (const assignment of questions) await askAttribute(machine, circumstances, { flow, assignment });
  const part = { kind: "application", id: application.servicePrincipal.servicePrincipalId } as const;
  await linkToFlow(machine, circumstances, { flow, part });
}
