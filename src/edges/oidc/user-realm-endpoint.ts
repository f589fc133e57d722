import type { Context } from "hono";
import { findTenantOwningDomain } from "../../domain/directory/find-tenant.ts";
import { emailDomain, parseEmailAddress } from "../../foundation/email-address.ts";
import type { Machine } from "../../platform/machine.ts";
import { answerRefusal } from "./show-refusal.ts";

/**
 * `GET /{tenant}/userrealm/{user}`: how people of an address's domain prove themselves. It tells of the domain and never
 * whether the very address is known. `api-version` 2 and later answer in the second of the dialect's forms.
 */
export async function userRealmEndpoint(c: Context, machine: Machine): Promise<Response> {
  const login = c.req.param("user") ?? c.req.query("user") ?? "";
  const address = parseEmailAddress(login);
  if (!address) return answerRefusal(c, machine, { code: "parameter-invalid", detail: "user" });
  const domain = emailDomain(address);
  const tenant = await findTenantOwningDomain(machine.database, domain);
  const kind = tenant ? "Managed" : "Unknown";
  const cloud = {
    cloud_instance_name: new URL(machine.configuration.publicUrl).host,
    cloud_audience_urn: "urn:federation:MicrosoftOnline",
  };
  const isFirstForm = (c.req.query("api-version") ?? "1.0").startsWith("1.");
  return c.json(
    isFirstForm
      ? { ver: "1.0", account_type: kind, domain_name: domain, ...cloud }
      : {
          NameSpaceType: kind,
          Login: address,
          DomainName: domain,
          ...(tenant ? { FederationBrandName: tenant.displayName } : {}),
          ...cloud,
        },
  );
}
