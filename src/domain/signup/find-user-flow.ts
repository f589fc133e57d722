import type { ServicePrincipalId, TenantId, UserFlowId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import type { UserFlow } from "./rules/user-flow.ts";
import { selectUserFlows } from "./user-flow-store.ts";

const recent = recentAnswers<readonly UserFlow[]>(3);

/** A tenant's user flows, by name. */
export async function listUserFlows(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<readonly UserFlow[]> {
  return (await recent.get(handle, tenantId, (asked) => selectUserFlows(asked, tenantId))) ?? [];
}

/** One of them by its id. */
export async function findUserFlow(
  handle: DatabaseHandle,
  tenantId: TenantId,
  flowId: UserFlowId,
): Promise<UserFlow | undefined> {
  return (await listUserFlows(handle, tenantId)).find((flow) => flow.flowId === flowId);
}

/** One of them by its name, in any case of letters. */
export async function findUserFlowByName(
  handle: DatabaseHandle,
  tenantId: TenantId,
  name: string,
): Promise<UserFlow | undefined> {
  const named = name.toLowerCase();
  return (await listUserFlows(handle, tenantId)).find((flow) => flow.name.toLowerCase() === named);
}

/** The flow that an application is linked to. */
export async function findUserFlowOfApplication(
  handle: DatabaseHandle,
  tenantId: TenantId,
  servicePrincipalId: ServicePrincipalId,
): Promise<UserFlow | undefined> {
  const flows = await listUserFlows(handle, tenantId);
  return flows.find(({ applications }) => applications.includes(servicePrincipalId));
}

/** To be called after every committed change of a tenant's flows. */
export function forgetUserFlows(database: Database): void {
  recent.forget(database);
}
