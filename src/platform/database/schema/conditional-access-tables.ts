import type {
  ConditionalAccessPolicyId,
  NamedLocationId,
  TenantId,
} from "../../../foundation/identifiers.ts";
import type { Json, Optional } from "./column-types.ts";

// By which rules a tenant lets its people in.

export interface ConditionalAccessPolicyTable {
  tenantId: TenantId;
  policyId: ConditionalAccessPolicyId;
  displayName: string;
  state: "on" | "off" | "report";
  /** In the words of the domain; only whole. */
  conditions: Json<object>;
  controls: Json<object>;
  createdAt: Date;
  changedAt: Optional<Date>;
}

export interface NamedLocationTable {
  tenantId: TenantId;
  locationId: NamedLocationId;
  displayName: string;
  isTrusted: boolean;
  ranges: Json<string[]>;
  createdAt: Date;
  changedAt: Optional<Date>;
}
