import type { GraphRequest } from "../../graph-request.ts";
import { wireMoment } from "../../graph-response.ts";
import { checkSelection } from "../../odata/resource-type.ts";
import { applicationType } from "../applications/application-properties.ts";
import { presentApplications } from "../applications/present-applications.ts";
import { groupType, presentGroup } from "../groups/group-properties.ts";
import {
  presentServicePrincipal,
  servicePrincipalType,
} from "../service-principals/service-principal-properties.ts";
import { presentUsers } from "../users/present-user.ts";
import { userType } from "../users/user-properties.ts";
import { viewOfAll } from "../users/user-view.ts";
import type { DeletedItem } from "./find-deleted-item.ts";

/** A deleted or just restored object with its type. Throws 400 where its type lacks a selected property. */
export async function presentDeleted(
  request: GraphRequest,
  object: DeletedItem,
  select?: readonly string[],
): Promise<object> {
  const { machine, caller } = request;
  switch (object.kind) {
    case "group":
      checkSelection(groupType, select);
      return { "@odata.type": "#microsoft.graph.group", ...presentGroup(object.group, select) };
    case "user": {
      checkSelection(userType, select);
      const seen = [{ user: object.user, view: viewOfAll(caller) }];
      const [user] = await presentUsers(request, seen, select);
      const deletedDateTime = select ? {} : { deletedDateTime: wireMoment(object.user.deletedAt) };
      return { "@odata.type": "#microsoft.graph.user", ...user, ...deletedDateTime };
    }
    case "application": {
      checkSelection(applicationType, select);
      const [shown] = await presentApplications(machine, caller.tenantId, [object.application], select);
      return { "@odata.type": "#microsoft.graph.application", ...shown };
    }
    case "service-principal":
      checkSelection(servicePrincipalType, select);
      return {
        "@odata.type": "#microsoft.graph.servicePrincipal",
        ...presentServicePrincipal(object.found, select),
      };
  }
}
