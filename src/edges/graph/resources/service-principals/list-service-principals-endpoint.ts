import {
  countServicePrincipals,
  queryServicePrincipals,
} from "../../../../domain/applications/query-service-principals.ts";
import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { countObjects, listObjects } from "../../odata/list-objects.ts";
import { showObject } from "../../odata/show-object.ts";
import { checkMayReadApplications } from "../applications/may-change-application.ts";
import { relatedNavigation } from "../directory-objects/related-navigation.ts";
import { findAddressedServicePrincipal } from "./find-addressed-service-principal.ts";
import { presentServicePrincipal, servicePrincipalType } from "./service-principal-properties.ts";

/** `GET /servicePrincipals`: the applications present in the organisation, Graph itself among them. */
export function listServicePrincipalsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayReadApplications(caller);
  return listObjects(request, {
    type: servicePrincipalType,
    select: (page) => queryServicePrincipals(machine.database, caller.tenantId, page),
    count: (where) => countServicePrincipals(machine.database, caller.tenantId, { where }),
    idOf: ({ servicePrincipal }) => servicePrincipal.servicePrincipalId,
    present: (found, select) => found.map((one) => presentServicePrincipal(one, select)),
  });
}

/** `GET /servicePrincipals/$count`: the number as plain text. */
export function countServicePrincipalsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayReadApplications(caller);
  return countObjects(request, {
    type: servicePrincipalType,
    count: (where) => countServicePrincipals(machine.database, caller.tenantId, { where }),
  });
}

/** `GET /servicePrincipals/{id}` and `GET /servicePrincipals(appId='{appId}')`. */
export async function readServicePrincipalEndpoint(request: GraphRequest): Promise<Response> {
  return showObject(request, {
    type: servicePrincipalType,
    item: await findAddressedServicePrincipal(request),
    present: (found, select) => found.map((one) => presentServicePrincipal(one, select)),
    navigations: {
      owners: relatedNavigation(
        request,
        "service-principal-owners",
        ({ servicePrincipal }: ApplicationInTenant) => servicePrincipal.servicePrincipalId,
      ),
    },
  });
}
