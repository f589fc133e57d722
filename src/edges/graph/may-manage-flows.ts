import { flowManagers } from "../../domain/signup/rules/flow-managers.ts";
import { type Caller, holdsRole, missingRole } from "./caller.ts";

/** Throws unless the caller may decide how people sign up by themselves. */
export function checkMayManageFlows(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, ...flowManagers))
    throw missingRole("External ID User Flow Administrator", "Global Administrator");
}

/** Throws unless the caller may make attributes that people are asked for. */
export function checkMayDefineAttributes(caller: Caller): void {
  if (
    caller.kind === "user" &&
    !holdsRole(caller, "external-id-user-flow-attribute-administrator", "global-administrator")
  )
    throw missingRole("External ID User Flow Attribute Administrator", "Global Administrator");
}

/** Throws unless the caller has to do with sign-up in one of these ways. */
export function checkMayReadAttributes(caller: Caller): void {
  if (
    caller.kind === "user" &&
    !holdsRole(
      caller,
      "external-id-user-flow-attribute-administrator",
      "external-id-user-flow-administrator",
      "global-administrator",
    )
  )
    throw missingRole(
      "External ID User Flow Attribute Administrator",
      "External ID User Flow Administrator",
      "Global Administrator",
    );
}
