import { type Caller, holdsRole, missingRole } from "../../caller.ts";
import { denied } from "../../graph-error.ts";

/** Throws 403 for guests, who learn nothing of roles unless they see what members see. */
export function checkMayReadRoles(caller: Caller): void {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read directory roles here." });
}

/** Throws 403 for people who have no say in who holds which role. */
export function checkMayGiveRoles(caller: Caller): void {
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator", "privileged-role-administrator"))
    throw missingRole("Privileged Role Administrator", "Global Administrator");
}
