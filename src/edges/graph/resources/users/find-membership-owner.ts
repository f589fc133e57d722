import { denied } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { isSelf } from "./user-view.ts";

/** The id of the user in the address, whose groups are asked for. Guests may only ask for their own. */
export async function findMembershipOwner(request: GraphRequest): Promise<string> {
  const { caller } = request;
  const user = await findAddressedUser(request, "GET /users/:id/memberOf");
  if (caller.kind === "user" && caller.access !== "everybody" && !isSelf(caller, user))
    throw denied({ code: "GuestRestricted", message: "Guests can only read which groups they are in." });
  return user.userId;
}
