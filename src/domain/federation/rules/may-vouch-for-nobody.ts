import type { DomainName } from "../../../foundation/domain-name.ts";
import type { ProviderGroup } from "./identity-provider.ts";

/**
 * Whether a provider may say who somebody is without vouching for an address of theirs: one where anybody may have an
 * account, and one that has no domains at all. A partner's provider that has domains speaks for their people only.
 */
export function mayVouchForNobody(group: ProviderGroup, domains: readonly DomainName[]): boolean {
  return group === "social" || domains.length === 0;
}
