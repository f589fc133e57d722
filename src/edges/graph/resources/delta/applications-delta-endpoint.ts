import { changedRegistrations } from "../../../../domain/applications/find-application-changes.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { applicationType } from "../applications/application-properties.ts";
import { checkMayReadApplications } from "../applications/may-change-application.ts";
import { presentApplications } from "../applications/present-applications.ts";
import { answerDelta } from "./answer-delta.ts";
import { presentChanges } from "./present-changes.ts";

const registrationsPerPage = 100;

/** `GET /applications/delta`. */
export async function applicationsDeltaEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  checkMayReadApplications(caller);
  return answerDelta(request, {
    collection: "applications",
    checkSelect: (select) => checkSelection(applicationType, select),
    page: async ({ window, place, select, ids }) => {
      const found = await changedRegistrations(machine.database, tenantId, {
        window,
        among: ids,
        from: place && { id: place.id, isIncluded: false },
        limit: registrationsPerPage + 1,
      });
      return presentChanges(found, registrationsPerPage, (applications) =>
        presentApplications(machine, tenantId, applications, select),
      );
    },
  });
}
