import { findApplicationInTenant } from "../../../../domain/applications/find-application.ts";
import { findServicePrincipals } from "../../../../domain/applications/query-service-principals.ts";
import type { ApplicationInTenant } from "../../../../domain/applications/rules/application.ts";
import {
  type ApplicationId,
  parseGuid,
  type ServicePrincipalId,
} from "../../../../foundation/identifiers.ts";
import { addressedKey } from "../../addressed-key.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkMayReadApplications } from "../applications/may-change-application.ts";

/** The service principal in the address, by object id or `appId`, in the caller's tenant. Throws 404. */
export async function findAddressedServicePrincipal({
  c,
  machine,
  caller,
}: GraphRequest): Promise<ApplicationInTenant> {
  checkMayReadApplications(caller);
  const { property, value } = addressedKey(c);
  const { database } = machine;
  const { tenantId } = caller;
  const id = parseGuid(value);
  const isClientId = property?.toLowerCase() === "appid";
  if (id !== undefined && (property === undefined || isClientId)) {
    const named =
      isClientId && (await findApplicationInTenant(database, tenantId, id as string as ApplicationId));
    const servicePrincipalId = named
      ? named.servicePrincipal.servicePrincipalId
      : (id as string as ServicePrincipalId);
    const [found] =
      isClientId && !named ? [] : await findServicePrincipals(database, tenantId, [servicePrincipalId]);
    if (found) return found;
  }
  throw notFound(value.slice(0, 100));
}
