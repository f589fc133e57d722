import { changedUsers } from "../../../../domain/directory/find-changes.ts";
import { unsupportedQuery } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { presentUsers } from "../users/present-user.ts";
import { userTypeOfTenant } from "../users/user-type-of-tenant.ts";
import { viewOfEverybody } from "../users/user-view.ts";
import { answerDelta } from "./answer-delta.ts";
import { presentChanges } from "./present-changes.ts";

const usersPerPage = 100;

/** `GET /users/delta`. */
export async function usersDeltaEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  const view = viewOfEverybody(caller, "GET /users/delta");
  const type = await userTypeOfTenant(machine, tenantId);
  return answerDelta(request, {
    collection: "users",
    checkSelect: (select) => {
      checkSelection(type, select);
      if (select?.includes("signInActivity"))
        throw unsupportedQuery("Sign-ins are no change of a user: read 'signInActivity' by GET /users.");
    },
    page: async ({ window, place, select, ids }) => {
      const found = await changedUsers(machine.database, tenantId, {
        window,
        among: ids,
        from: place && { id: place.id, isIncluded: false },
        limit: usersPerPage + 1,
      });
      return presentChanges(found, usersPerPage, (users) =>
        presentUsers(
          request,
          users.map((user) => ({ user, view })),
          select,
        ),
      );
    },
  });
}
