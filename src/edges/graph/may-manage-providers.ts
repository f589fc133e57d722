import { providerManagers } from "../../domain/federation/rules/provider-managers.ts";
import { type Caller, holdsRole, missingRole } from "./caller.ts";

/** Throws unless the caller may decide how guests prove who they are: who may, decides who gets in. */
export function checkMayManageProviders(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, ...providerManagers))
    throw missingRole("External Identity Provider Administrator", "Global Administrator");
}
