import type { ApplicationObjectId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { type RegisteredCertificate, selectCertificatesOfAll } from "./credential-store.ts";
import { type ListedSecret, selectListedSecrets } from "./secret-store.ts";

export type { RegisteredCertificate } from "./credential-store.ts";
export type { ListedSecret } from "./secret-store.ts";

/** What can be shown of an application's credentials. */
export interface ListedCredentials {
  readonly secrets: readonly ListedSecret[];
  readonly certificates: readonly RegisteredCertificate[];
}

/** The credentials of several registrations, by object id. */
export async function listCredentials(
  handle: DatabaseHandle,
  tenantId: TenantId,
  objectIds: readonly ApplicationObjectId[],
): Promise<ReadonlyMap<ApplicationObjectId, ListedCredentials>> {
  const [secrets, certificates] = await Promise.all([
    selectListedSecrets(handle, tenantId, objectIds),
    selectCertificatesOfAll(handle, tenantId, objectIds),
  ]);
  return new Map(
    objectIds.map((objectId) => [
      objectId,
      {
        secrets: secrets.filter((one) => one.objectId === objectId),
        certificates: certificates.filter((one) => one.objectId === objectId),
      },
    ]),
  );
}
