import {
  findApplicationAtHome,
  findApplicationInTenant,
  findOfferedApplication,
} from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant, OfferedApplication } from "../../domain/applications/rules/application.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { type ApplicationId, parseGuid } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";

/** The application behind a client id, usable in this tenant (RFC 6749 section 2.2). */
export function findClient(
  machine: Machine,
  tenant: Tenant,
  clientId: string | undefined,
): Promise<Result<ApplicationInTenant, ProtocolRefusal>> {
  return findUsable(clientId, (applicationId) =>
    findApplicationInTenant(machine.database, tenant.tenantId, applicationId),
  );
}

/** The same where a person can still consent: another tenant's application, made for many, may come into this one. */
export function findOfferedClient(
  machine: Machine,
  tenant: Tenant,
  clientId: string | undefined,
): Promise<Result<OfferedApplication, ProtocolRefusal>> {
  return findUsable(clientId, (applicationId) =>
    findOfferedApplication(machine.database, tenant.tenantId, applicationId),
  );
}

/** The same where the address names no tenant: only applications made for many may ask there. */
export async function findSharedClient(
  machine: Machine,
  clientId: string | undefined,
): Promise<Result<OfferedApplication, ProtocolRefusal>> {
  const client = await findUsable(clientId, (applicationId) =>
    findApplicationAtHome(machine.database, applicationId),
  );
  return client.ok ? checkShared(client.value) : client;
}

/** What an alias in the address demands of the client. */
export function checkShared<Found extends OfferedApplication>(client: Found): Result<Found, ProtocolRefusal> {
  const { audience, applicationId } = client.application;
  return audience === "tenants"
    ? accept(client)
    : refuse({ code: "application-of-one-tenant", detail: applicationId });
}

async function findUsable<Found extends OfferedApplication>(
  clientId: string | undefined,
  find: (applicationId: ApplicationId) => Promise<Found | undefined>,
): Promise<Result<Found, ProtocolRefusal>> {
  if (clientId === undefined) return refuse({ code: "parameter-missing", detail: "client_id" });
  const applicationId = parseGuid<ApplicationId>(clientId);
  const client = applicationId && (await find(applicationId));
  if (!client) return refuse({ code: "client-unknown", detail: clientId });
  return client.servicePrincipal?.accountEnabled === false
    ? refuse({ code: "client-disabled", detail: clientId })
    : accept(client);
}
