import type { User } from "../../../../domain/directory/rules/user.ts";
import { type Caller, checkPermissionOnOthers, hasPermission } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import type { Visible } from "../../odata/resource-type.ts";
import { type GraphOperation, permissionsOf } from "../../permissions.ts";
import { maySeeSignIns } from "../audit-logs/may-read-logs.ts";
import type { UserPropertyName } from "./user-properties.ts";

/** What `User.ReadBasic.All` shows of others. */
const basic: ReadonlySet<string> = new Set<UserPropertyName>([
  "id",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "userPrincipalName",
]);

/** What guests see of people they can name. */
const limited: ReadonlySet<string> = new Set<UserPropertyName>([
  "id",
  "displayName",
  "mail",
  "userPrincipalName",
  "userType",
]);

/** Everything but when people signed in: also attributes that the organisation made for itself. */
const unwatched: Visible = { has: (name) => name.split("/", 1)[0] !== "signInActivity" };

/** What there is to see of users; when they signed in is for those alone who may read the log of it. */
export function viewOfAll(caller: Caller): Visible {
  return maySeeSignIns(caller) ? "everything" : unwatched;
}

/** What the caller sees in a list of users; throws 403 for those who may not list. */
export function viewOfEverybody(caller: Caller, operation: GraphOperation): Visible {
  checkPermissionOnOthers(caller, operation);
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({
      code: "GuestRestricted",
      message: "Guests cannot list people here. Read one person by object id or user principal name instead.",
    });
  return isBasic(caller, operation) ? basic : viewOfAll(caller);
}

/** What the caller sees of one user; throws 403 for those who may not read this one. */
export function viewOf(caller: Caller, user: User, operation: GraphOperation): Visible {
  if (isSelf(caller, user)) return viewOfAll(caller);
  checkMayReadOthers(caller, operation);
  if (caller.kind === "user" && caller.access === "somebody-named") return limited;
  return isBasic(caller, operation) ? basic : viewOfAll(caller);
}

/** What is told of an object that is known to exist, and no more. */
const existence: ReadonlySet<string> = new Set<UserPropertyName>(["id"]);

/** What the caller sees of a user they came upon beside something that they may read. */
export function viewOfFound(caller: Caller, user: User): Visible {
  return isSelf(caller, user) ? viewOfAll(caller) : viewOfOthersFound(caller);
}

/** The same of anybody but themselves. */
export function viewOfOthersFound(caller: Caller): Visible {
  const { delegated, application } = permissionsOf("GET /users/:id");
  if (!hasPermission(caller, caller.kind === "user" ? delegated : application)) return existence;
  if (caller.kind === "user" && caller.access !== "everybody")
    return caller.access === "oneself" ? existence : limited;
  return isBasic(caller, "GET /users/:id") ? basic : viewOfAll(caller);
}

/** Throws 403 for those who may not read anybody but themselves. */
export function checkMayReadOthers(caller: Caller, operation: GraphOperation): void {
  checkPermissionOnOthers(caller, operation);
  if (caller.kind === "user" && caller.access === "oneself")
    throw denied({ code: "GuestRestricted", message: "Guests can only read their own profile here." });
}

/** Whether the caller is this user. */
export function isSelf(caller: Caller, user: User): boolean {
  return caller.kind === "user" && caller.user.userId === user.userId;
}

/** Nothing permits the call but the permission to read names and addresses. */
function isBasic(caller: Caller, operation: GraphOperation): boolean {
  const { delegated, application } = permissionsOf(operation);
  const sufficient = caller.kind === "user" ? delegated : application;
  return !hasPermission(
    caller,
    sufficient.filter((permission) => permission !== "User.ReadBasic.All"),
  );
}
