import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import {
  type RegisteredCertificate,
  selectCertificates,
  selectFederatedCredentials,
} from "./credential-store.ts";
import type { Application } from "./rules/application.ts";
import type { FederatedCredential } from "./rules/federated-credential.ts";

type Registration = Pick<Application, "tenantId" | "objectId">;

const recentCertificates = recentAnswers<readonly RegisteredCertificate[]>(3);
const recentFederated = recentAnswers<readonly FederatedCredential[]>(3);

/** The application's certificates, whether valid now or not. */
export async function certificatesOf(
  handle: DatabaseHandle,
  { tenantId, objectId }: Registration,
): Promise<readonly RegisteredCertificate[]> {
  const certificates = await recentCertificates.get(handle, objectId, async (asked) => {
    const all = await selectCertificates(asked, tenantId, objectId);
    return all.length > 0 ? all : undefined;
  });
  return certificates ?? [];
}

/** The certificate of an application with this thumbprint: SHA-256 of its DER form, or the older SHA-1. */
export async function findCertificate(
  handle: DatabaseHandle,
  application: Registration,
  thumbprint: { readonly sha256: Buffer } | { readonly sha1: Buffer },
): Promise<RegisteredCertificate | undefined> {
  const certificates = await certificatesOf(handle, application);
  return certificates.find((one) =>
    "sha256" in thumbprint
      ? one.sha256Thumbprint.equals(thumbprint.sha256)
      : one.sha1Thumbprint.equals(thumbprint.sha1),
  );
}

/** The tokens of others that the application may show instead of a secret. */
export async function federatedCredentialsOf(
  handle: DatabaseHandle,
  { tenantId, objectId }: Registration,
): Promise<readonly FederatedCredential[]> {
  const credentials = await recentFederated.get(handle, objectId, async (asked) => {
    const all = await selectFederatedCredentials(asked, tenantId, objectId);
    return all.length > 0 ? all : undefined;
  });
  return credentials ?? [];
}

/** The same as it is now. */
export function findFederatedCredentials(
  handle: DatabaseHandle,
  { tenantId, objectId }: Registration,
): Promise<FederatedCredential[]> {
  return selectFederatedCredentials(handle, tenantId, objectId);
}

/** To be called after every committed change of certificates or federated credentials. */
export function forgetClientCredentials(database: Database): void {
  recentCertificates.forget(database);
  recentFederated.forget(database);
}
