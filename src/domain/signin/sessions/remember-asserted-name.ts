import type { Machine } from "../../../platform/machine.ts";
import type { AssertedName, SessionApplication } from "../rules/session-account.ts";
import { updateAssertedName } from "./session-store.ts";

/** Remembers by which name an application was told of a person by SAML, so that the sign-out can go by the same. */
export function rememberAssertedName(
  machine: Machine,
  used: SessionApplication,
  name: AssertedName,
): Promise<void> {
  return updateAssertedName(machine.database, used, name);
}
