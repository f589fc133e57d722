import { changedServicePrincipals } from "../../../../domain/applications/find-application-changes.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { checkMayReadApplications } from "../applications/may-change-application.ts";
import {
  presentServicePrincipal,
  servicePrincipalType,
} from "../service-principals/service-principal-properties.ts";
import { answerDelta } from "./answer-delta.ts";
import { presentChanges } from "./present-changes.ts";

const presencesPerPage = 100;

/** `GET /servicePrincipals/delta`. */
export async function servicePrincipalsDeltaEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayReadApplications(caller);
  return answerDelta(request, {
    collection: "servicePrincipals",
    checkSelect: (select) => checkSelection(servicePrincipalType, select),
    page: async ({ window, place, select, ids }) => {
      const found = await changedServicePrincipals(machine.database, caller.tenantId, {
        window,
        among: ids,
        from: place && { id: place.id, isIncluded: false },
        limit: presencesPerPage + 1,
      });
      return presentChanges(found, presencesPerPage, (presences) =>
        presences.map((one) => presentServicePrincipal(one, select)),
      );
    },
  });
}
