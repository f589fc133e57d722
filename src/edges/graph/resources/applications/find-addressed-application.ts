import { findRegistration } from "../../../../domain/applications/query-registrations.ts";
import type { Application } from "../../../../domain/applications/rules/application.ts";
import {
  type ApplicationId,
  type ApplicationObjectId,
  parseGuid,
} from "../../../../foundation/identifiers.ts";
import { addressedKey } from "../../addressed-key.ts";
import { notFound } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { checkMayReadApplications } from "./may-change-application.ts";

/** The registration in the address, by object id or `appId`, in the caller's tenant. Throws 404. */
export async function findAddressedApplication({ c, machine, caller }: GraphRequest): Promise<Application> {
  checkMayReadApplications(caller);
  const { property, value } = addressedKey(c);
  const id = parseGuid(value);
  const by =
    id === undefined
      ? undefined
      : property === undefined
        ? { objectId: id as string as ApplicationObjectId }
        : property.toLowerCase() === "appid"
          ? { applicationId: id as string as ApplicationId }
          : undefined;
  const application = by && (await findRegistration(machine.database, caller.tenantId, by));
  if (!application) throw notFound(value.slice(0, 100));
  return application;
}
