import {
  countRegistrations,
  queryRegistrations,
} from "../../../../domain/applications/query-registrations.ts";
import {
  countServicePrincipals,
  queryServicePrincipals,
} from "../../../../domain/applications/query-service-principals.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { countObjects, listObjects } from "../../odata/list-objects.ts";
import { applicationType } from "../applications/application-properties.ts";
import { presentApplications } from "../applications/present-applications.ts";
import {
  presentServicePrincipal,
  servicePrincipalType,
} from "../service-principals/service-principal-properties.ts";
import { deletedType } from "./deleted-type.ts";
import { checkMaySeeDeleted } from "./may-use-deleted.ts";

const deletedApplicationType = deletedType(applicationType);
const deletedServicePrincipalType = deletedType(servicePrincipalType);

/** `GET /directory/deletedItems/microsoft.graph.application`. */
export async function listDeletedApplications(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  checkMaySeeDeleted(caller, "application");
  return listObjects(request, {
    type: deletedApplicationType,
    select: (page) => queryRegistrations(machine.database, tenantId, { ...page, deleted: true }),
    count: (where) => countRegistrations(machine.database, tenantId, { where, deleted: true }),
    idOf: ({ objectId }) => objectId,
    present: (applications, select) => presentApplications(machine, tenantId, applications, select),
  });
}

/** `GET /directory/deletedItems/microsoft.graph.application/$count`. */
export async function countDeletedApplications(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMaySeeDeleted(caller, "application");
  return countObjects(request, {
    type: deletedApplicationType,
    count: (where) => countRegistrations(machine.database, caller.tenantId, { where, deleted: true }),
  });
}

/** `GET /directory/deletedItems/microsoft.graph.servicePrincipal`. */
export async function listDeletedServicePrincipals(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  checkMaySeeDeleted(caller, "service-principal");
  return listObjects(request, {
    type: deletedServicePrincipalType,
    select: (page) => queryServicePrincipals(machine.database, tenantId, { ...page, deleted: true }),
    count: (where) => countServicePrincipals(machine.database, tenantId, { where, deleted: true }),
    idOf: ({ servicePrincipal }) => servicePrincipal.servicePrincipalId,
    present: (found, select) => found.map((one) => presentServicePrincipal(one, select)),
  });
}

/** `GET /directory/deletedItems/microsoft.graph.servicePrincipal/$count`. */
export async function countDeletedServicePrincipals(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMaySeeDeleted(caller, "service-principal");
  return countObjects(request, {
    type: deletedServicePrincipalType,
    count: (where) => countServicePrincipals(machine.database, caller.tenantId, { where, deleted: true }),
  });
}
