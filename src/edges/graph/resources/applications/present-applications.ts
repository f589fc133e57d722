import { listCredentials } from "../../../../domain/applications/list-credentials.ts";
import type { Application } from "../../../../domain/applications/rules/application.ts";
import { findTenant } from "../../../../domain/directory/find-tenant.ts";
import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { presentObject } from "../../odata/present-object.ts";
import type { Visible } from "../../odata/resource-type.ts";
import { applicationType } from "./application-properties.ts";

const credentialProperties = ["keyCredentials", "passwordCredentials"];

/** Registrations as the wire shows them, with the selected properties in the order they were asked for. */
export async function presentApplications(
  machine: Machine,
  tenantId: TenantId,
  applications: readonly Application[],
  select: readonly string[] | undefined,
  visible: Visible = "everything",
): Promise<Record<string, unknown>[]> {
  const wantsCredentials = select?.some((name) => credentialProperties.includes(name)) ?? true;
  const [tenant, credentials] = await Promise.all([
    findTenant(machine.database, tenantId),
    wantsCredentials
      ? listCredentials(
          machine.database,
          tenantId,
          applications.map(({ objectId }) => objectId),
        )
      : undefined,
  ]);
  return applications.map((application) => {
    const { secrets = [], certificates = [] } = credentials?.get(application.objectId) ?? {};
    const publisherDomain = tenant?.primaryDomain ?? null;
    return presentObject(
      applicationType,
      { application, secrets, certificates, publisherDomain },
      select,
      visible,
    );
  });
}
