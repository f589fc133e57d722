import {
  findApplicationByServicePrincipal,
  findApplicationInTenant,
} from "../../../../domain/applications/find-application.ts";
import {
  type ApplicationId,
  parseGuid,
  type ServicePrincipalId,
} from "../../../../foundation/identifiers.ts";
import { addressedKey } from "../../addressed-key.ts";
import { denied, notFound } from "../../graph-error.ts";
import type { GraphEndpoint, GraphRequest } from "../../graph-request.ts";
import { membershipEndpoints } from "./membership-endpoints.ts";
import { relatedEndpoints } from "./related-endpoints.ts";
import {
  servicePrincipalMembershipCasts as casts,
  ownedCasts,
  type servicePrincipalMembershipOperations,
} from "./service-principal-membership-operations.ts";

const path = "/servicePrincipals/:id";

export const servicePrincipalMembershipEndpoints: Record<
  keyof typeof servicePrincipalMembershipOperations,
  GraphEndpoint
> = {
  ...relatedEndpoints(`${path}/memberOf`, casts, { relation: "member-of", find }),
  ...relatedEndpoints(`${path}/transitiveMemberOf`, casts, { relation: "transitive-member-of", find }),
  ...relatedEndpoints(`${path}/ownedObjects`, ownedCasts, { relation: "owned", find }),
  ...membershipEndpoints(path, find),
};

/** The service principal in the address, by its id or its `appId`. */
async function find({ c, machine, caller }: GraphRequest): Promise<string> {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read applications here." });
  const { property, value } = addressedKey(c);
  const id = parseGuid(value);
  const found =
    id === undefined
      ? undefined
      : property === undefined
        ? await findApplicationByServicePrincipal(
            machine.database,
            caller.tenantId,
            id as string as ServicePrincipalId,
          )
        : property === "appId"
          ? await findApplicationInTenant(machine.database, caller.tenantId, id as string as ApplicationId)
          : undefined;
  if (!found) throw notFound(value.slice(0, 100));
  return found.servicePrincipal.servicePrincipalId;
}
