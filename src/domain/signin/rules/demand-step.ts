import type { Situation } from "./situation.ts";
import type { Step } from "./step.ts";

/**
 * What the tenant's policies ask of somebody who may otherwise go on: the hardest first. Undefined when they ask
 * nothing more.
 */
export function demandStep({ demand }: Situation): Step | undefined {
  return demand?.isBlocked ? { kind: "refused", code: "access-blocked" } : undefined;
}
