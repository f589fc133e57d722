import type { User } from "../../../../domain/directory/rules/user.ts";
import { badRequest } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { checkUserSelection, presentUsers } from "./present-user.ts";
import { type UserView, viewOf } from "./user-view.ts";

/** `GET /users/{id}`. */
export async function readUserEndpoint(request: GraphRequest): Promise<Response> {
  const user = await findAddressedUser(request, "GET /users/:id");
  return answer(request, user, viewOf(request.caller, user, "GET /users/:id"));
}

/** `GET /me`. */
export async function readMeEndpoint(request: GraphRequest): Promise<Response> {
  const { caller } = request;
  if (caller.kind !== "user")
    throw badRequest("/me request is only valid with delegated authentication flow.", {
      code: "DelegatedOnly",
      message: "An application that acts as itself reads /users/{id}.",
    });
  return answer(request, caller.user, "everything");
}

async function answer({ c, machine, caller }: GraphRequest, user: User, view: UserView): Promise<Response> {
  const { select } = parseQuery(c.req.url, c.req.header("consistencylevel"));
  checkUserSelection(select);
  const [shown] = await presentUsers(machine, caller.tenantId, [{ user, view }], select);
  const context = odataContext(machine.configuration.publicUrl, "users", select, true);
  return graphJson(c, { "@odata.context": context, ...shown });
}
