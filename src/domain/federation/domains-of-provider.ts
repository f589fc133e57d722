import type { DomainName } from "../../foundation/domain-name.ts";
import { allConnectors } from "./connectors/all-connectors.ts";
import type { IdentityProvider } from "./rules/identity-provider.ts";

/** The domains a provider may vouch for: its own, or those of its kind. */
export function domainsOf(provider: IdentityProvider): readonly DomainName[] {
  return allConnectors[provider.kind].fixedDomains ?? provider.domains;
}
