import type { DomainName } from "../../../foundation/domain-name.ts";
import type { ProviderId, TenantId } from "../../../foundation/identifiers.ts";
import type { FederatedProviderKind } from "../../directory/rules/external-identity.ts";

/** An identity provider outside the deployment that a tenant trusts for its guests. */
export interface IdentityProvider {
  readonly tenantId: TenantId;
  readonly providerId: ProviderId;
  readonly kind: FederatedProviderKind;
  readonly displayName: string;
  /** Who its statements are from; no two providers of a tenant have the same. */
  readonly issuer: string;
  /** What its connector stored; secrets are kept apart. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The domains whose addresses it may vouch for. */
  readonly domains: readonly DomainName[];
  /** Whether an assertion counts that answers no request (of kinds that sign assertions). */
  readonly acceptsUnsolicited: boolean;
  /** One that is switched off proves nothing, and keeps its settings, domains and guests. */
  readonly isEnabled: boolean;
  readonly createdAt: Date;
}

/**
 * The step of home-realm discovery that a provider belongs to. `tenant`: an organisation on another deployment, which
 * has its turn together with those of this one.
 */
export type ProviderGroup = "tenant" | "external-federation" | "social";
