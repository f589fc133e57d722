import {
  countRegistrations,
  queryRegistrations,
} from "../../../../domain/applications/query-registrations.ts";
import type { Application } from "../../../../domain/applications/rules/application.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { countObjects, listObjects } from "../../odata/list-objects.ts";
import { showObject } from "../../odata/show-object.ts";
import { relatedNavigation } from "../directory-objects/related-navigation.ts";
import { applicationType } from "./application-properties.ts";
import { findAddressedApplication } from "./find-addressed-application.ts";
import { checkMayReadApplications } from "./may-change-application.ts";
import { presentApplications } from "./present-applications.ts";

/** `GET /applications`. */
export function listApplicationsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  checkMayReadApplications(caller);
  return listObjects(request, {
    type: applicationType,
    select: (page) => queryRegistrations(machine.database, tenantId, page),
    count: (where) => countRegistrations(machine.database, tenantId, { where }),
    idOf: ({ objectId }) => objectId,
    present: (applications, select) => presentApplications(machine, tenantId, applications, select),
  });
}

/** `GET /applications/$count`: the number as plain text. */
export function countApplicationsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayReadApplications(caller);
  return countObjects(request, {
    type: applicationType,
    count: (where) => countRegistrations(machine.database, caller.tenantId, { where }),
  });
}

/** `GET /applications/{id}` and `GET /applications(appId='{appId}')`. */
export async function readApplicationEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  return showObject(request, {
    type: applicationType,
    item: await findAddressedApplication(request),
    present: (applications, select) => presentApplications(machine, caller.tenantId, applications, select),
    navigations: {
      owners: relatedNavigation(request, "application-owners", ({ objectId }: Application) => objectId),
    },
  });
}
