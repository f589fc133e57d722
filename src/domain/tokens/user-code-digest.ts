import type { Machine } from "../../platform/machine.ts";
import { lettersOfUserCode } from "./rules/user-code.ts";

/** The form in which a user code is stored: keyed, because so few letters could be searched in a stolen database. */
export function digestOfUserCode(machine: Pick<Machine, "masterKey">, typed: string): Buffer {
  return machine.masterKey.authenticate("device-user-code", lettersOfUserCode(typed));
}
