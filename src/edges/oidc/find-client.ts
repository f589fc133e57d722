import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { type ApplicationId, parseGuid } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";

/** The application behind a client id, usable in this tenant (RFC 6749 section 2.2). */
export async function findClient(
  machine: Machine,
  tenant: Tenant,
  clientId: string | undefined,
): Promise<Result<ApplicationInTenant, ProtocolRefusal>> {
  if (clientId === undefined) return refuse({ code: "parameter-missing", detail: "client_id" });
  const applicationId = parseGuid<ApplicationId>(clientId);
  const client =
    applicationId && (await findApplicationInTenant(machine.database, tenant.tenantId, applicationId));
  if (!client) return refuse({ code: "client-unknown", detail: clientId });
  return client.servicePrincipal.accountEnabled
    ? accept(client)
    : refuse({ code: "client-disabled", detail: clientId });
}
