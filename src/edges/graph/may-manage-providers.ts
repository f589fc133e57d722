import { type Caller, holdsRole, missingRole } from "./caller.ts";

/** Throws unless the caller may decide how guests prove who they are: who may, decides who gets in. */
export function checkMayManageProviders(caller: Caller): void {
  if (
    caller.kind === "user" &&
    !holdsRole(caller, "external-identity-provider-administrator", "global-administrator")
  )
    throw missingRole("External Identity Provider Administrator", "Global Administrator");
}
