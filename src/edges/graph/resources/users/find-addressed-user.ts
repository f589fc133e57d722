import { findUser, findUserByPrincipalName } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import { addressedKey, addressesCaller } from "../../addressed-key.ts";
import type { Caller } from "../../caller.ts";
import { badRequest, notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import type { GraphOperation } from "../../permissions.ts";
import { checkMayReadOthers } from "./user-view.ts";

/**
 * The user in the address: by object id, by user principal name or as `/me`, in the caller's tenant. Throws 404, or 403 for
 * whoever may only address themselves, so that the difference does not tell them which users there are.
 */
export async function findAddressedUser(
  { c, machine, caller }: GraphRequest,
  operation: GraphOperation,
): Promise<User> {
  if (addressesCaller(c)) return signedInUser(caller);
  const { property, value } = addressedKey(c);
  const key = property === undefined ? value : "";
  if (!namesCaller(caller, key)) checkMayReadOthers(caller, operation);
  const userId = parseGuid<UserId>(key);
  // Nobody's name has control characters, and the database would not take every one of them.
  const isName = key.length <= 320 && !/\p{Cc}/u.test(key);
  const user = userId
    ? await findUser(machine.database, caller.tenantId, userId)
    : isName
      ? await findUserByPrincipalName(machine.database, caller.tenantId, key)
      : undefined;
  if (user === undefined) throw notFound(key.slice(0, 320));
  return user;
}

/** Whom `/me` means. Throws 400 for an application that acts as itself. */
export function signedInUser(caller: Caller): User {
  if (caller.kind === "user") return caller.user;
  throw badRequest("/me request is only valid with delegated authentication flow.", {
    code: "DelegatedOnly",
    message: "An application that acts as itself names the person: /users/{id}.",
  });
}

function namesCaller(caller: Caller, key: string): boolean {
  if (caller.kind !== "user") return false;
  const { userId, userPrincipalName } = caller.user;
  return [userId, userPrincipalName].some((own) => own.toLowerCase() === key.toLowerCase());
}
