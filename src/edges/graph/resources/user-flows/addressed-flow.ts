import { findUserFlowByName } from "../../../../domain/signup/find-user-flow.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkMayManageFlows } from "../../may-manage-flows.ts";

const prefix = "B2X_1_";

/** A flow's id on the wire. */
export function wireFlowId({ name }: Pick<UserFlow, "name">): string {
  return `${prefix}${name}`;
}

/** The name in an id; some write the prefix and some leave it to us. */
export function flowNameIn(id: string): string {
  return id.toLowerCase().startsWith(prefix.toLowerCase()) ? id.slice(prefix.length) : id;
}

/** The flow that an address names. */
export async function addressedFlow({ c, machine, caller }: GraphRequest): Promise<UserFlow> {
  checkMayManageFlows(caller);
  const id = c.req.param("id") ?? "";
  const flow = await findUserFlowByName(machine.database, caller.tenantId, flowNameIn(id));
  if (!flow) throw notFound(id.slice(0, 100));
  return flow;
}
