import type { User } from "../../../../domain/directory/rules/user.ts";
import { findAuthenticatorApp } from "../../../../domain/second-factor/find-second-factor.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphEndpoint, GraphRequest } from "../../graph-request.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { findAddressedUser } from "../users/find-addressed-user.ts";
import { checkMayReadMethods } from "./may-use-methods.ts";
import { presentAppMethod, presentPasswordMethod } from "./present-method.ts";

type Collection = "methods" | "passwordMethods" | "softwareOathMethods";

/** `GET /users/{id}/authentication/…`: how a user signs in here; no secret of it is ever shown. */
export function listMethodsEndpoint(collection: Collection): GraphEndpoint {
  return async (request) => {
    const user = await readableUser(request, collection);
    return listFew(request, contextOf(user, collection), await methodsOf(request, user, collection));
  };
}

/** `GET /users/{id}/authentication/…/{id}`. */
export function readMethodEndpoint(collection: Collection): GraphEndpoint {
  return async (request) => {
    const user = await readableUser(request, collection);
    const asked = request.c.req.param("methodId") ?? "";
    const methods = await methodsOf(request, user, collection);
    const found = methods.find(({ id }) => id === asked.toLowerCase());
    if (!found) throw notFound(asked.slice(0, 100));
    return showOne(request, contextOf(user, collection), found);
  };
}

async function readableUser(request: GraphRequest, collection: Collection): Promise<User> {
  const operation = `GET /users/:id/authentication/${collection}` as const;
  const user = await findAddressedUser(request, operation);
  checkMayReadMethods(request.caller, user, operation);
  return user;
}

async function methodsOf({ machine }: GraphRequest, user: User, collection: Collection) {
  const app =
    collection === "passwordMethods"
      ? undefined
      : await findAuthenticatorApp(machine.database, user.tenantId, user.userId);
  // Guests prove who they are somewhere else: what they do there is not ours to list.
  const hasPassword = collection !== "softwareOathMethods" && !user.isExternal;
  return [...(hasPassword ? [presentPasswordMethod(user)] : []), ...(app ? [presentAppMethod(app)] : [])];
}

function contextOf({ userId }: User, collection: Collection): string {
  return `users('${userId}')/authentication/${collection}`;
}
