import { findTenant } from "../../domain/directory/find-tenant.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { findDeviceByDeviceCode } from "../../domain/tokens/find-device-authorization.ts";
import { deviceCodeRefusal } from "../../domain/tokens/rules/device-authorization.ts";
import { tenantNamedByToken } from "../../domain/tokens/tenant-bound-token.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { TenantPlace } from "./find-tenant-of-path.ts";
import { deviceCodeOf } from "./rules/device-code-of.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";

/**
 * The tenant a token request is for. Under an alias it is the one that gave out what the client brings; nothing is
 * believed by that, because it is only ever looked up within the tenant it names.
 */
export async function tenantOfTokenRequest(
  machine: Machine,
  place: TenantPlace,
  grantType: string,
  parameters: RequestParameters,
): Promise<Result<Tenant, ProtocolRefusal>> {
  if (place.kind === "tenant") return accept(place.tenant);
  const named = await tenantNamed(machine, grantType, parameters);
  if (!named.ok) return named;
  const tenant = await findTenant(machine.database, named.value);
  return tenant ? accept(tenant) : refuse({ code: "tenant-unknown" });
}

async function tenantNamed(
  machine: Machine,
  grantType: string,
  parameters: RequestParameters,
): Promise<Result<TenantId, ProtocolRefusal>> {
  switch (grantType) {
    case "authorization_code":
      return namedBy(parameters, "code", "code-unknown");
    case "refresh_token":
      return namedBy(parameters, "refresh_token", "refresh-token-unknown");
    case "device_code":
    case "urn:ietf:params:oauth:grant-type:device_code":
      return tenantOfDevice(machine, parameters);
    default:
      return refuse({ code: "grant-needs-tenant", detail: grantType });
  }
}

function namedBy(
  parameters: RequestParameters,
  name: string,
  unknown: "code-unknown" | "refresh-token-unknown",
): Result<TenantId, ProtocolRefusal> {
  const text = parameters.get(name);
  if (text === undefined) return refuse({ code: "parameter-missing", detail: name });
  const tenantId = tenantNamedByToken(text);
  return tenantId ? accept(tenantId) : refuse({ code: unknown });
}

/** Where the person of a device is at home is known once they have approved; until then there is nothing else to say. */
async function tenantOfDevice(
  machine: Machine,
  parameters: RequestParameters,
): Promise<Result<TenantId, ProtocolRefusal>> {
  const text = deviceCodeOf(parameters);
  if (text === undefined) return refuse({ code: "parameter-missing", detail: "device_code" });
  const device = await findDeviceByDeviceCode(machine, text);
  if (!device) return refuse({ code: "device-code-unknown" });
  if (device.tenantId) return accept(device.tenantId);
  const refusal = deviceCodeRefusal(device, device.applicationId, machine.clock());
  return refuse({ code: refusal ?? "device-code-unknown" });
}
