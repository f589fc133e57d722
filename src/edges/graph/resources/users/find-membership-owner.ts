import type { User } from "../../../../domain/directory/rules/user.ts";
import type { Caller } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { isSelf } from "./user-view.ts";

/** The id of the user in the address, whose groups are asked for by who may know them. */
export async function findMembershipOwner(request: GraphRequest): Promise<string> {
  const user = await findAddressedUser(request, "GET /users/:id/memberOf");
  checkMayReadMemberships(request.caller, user);
  return user.userId;
}

/** Throws 403 for guests who ask for somebody else's groups. */
export function checkMayReadMemberships(caller: Caller, user: User): void {
  if (caller.kind === "user" && caller.access !== "everybody" && !isSelf(caller, user))
    throw denied({ code: "GuestRestricted", message: "Guests can only read which groups they are in." });
}
