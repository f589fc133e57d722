import type {
  ApplicationId,
  GroupId,
  ProviderId,
  ServicePrincipalId,
  TenantId,
  UserFlowId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { Json, Optional, WithDefault } from "./column-types.ts";

// Tables of self-service sign-up.

export interface SignUpSettingsTable {
  tenantId: TenantId;
  isEnabled: WithDefault<boolean>;
  extensionsApplicationId: Optional<ApplicationId>;
}

export interface SignUpAttributeTable {
  tenantId: TenantId;
  attributeId: string;
  displayName: string;
  description: string;
  dataType: "text" | "flag" | "number" | "moment" | "texts";
  createdAt: Date;
}

export interface UserFlowTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  name: string;
  allowsOrganisations: WithDefault<boolean>;
  allowsEmailCode: WithDefault<boolean>;
  allowedDomains: WithDefault<string[]>;
  blockedDomains: WithDefault<string[]>;
  signUpsPerHour: WithDefault<number>;
  languages: string[];
  defaultLanguage: string;
  createdAt: Date;
}

export interface UserFlowProviderTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  providerId: ProviderId;
}

export interface UserFlowAttributeTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  attributeId: string;
  position: number;
  label: string;
  isRequired: boolean;
  requiresVerification: boolean;
  input: "text-box" | "date" | "radio" | "dropdown" | "e-mail" | "check-boxes";
  choices: Json<readonly { readonly label: string; readonly value: string; readonly isDefault: boolean }[]>;
}

export interface UserFlowApplicationTable {
  tenantId: TenantId;
  servicePrincipalId: ServicePrincipalId;
  flowId: UserFlowId;
}

export interface UserFlowGroupTable {
  tenantId: TenantId;
  flowId: UserFlowId;
  groupId: GroupId;
}

/** By which flow somebody came. */
export interface SignUpTable {
  tenantId: TenantId;
  userId: UserId;
  flowId: UserFlowId;
  applicationId: ApplicationId;
  signedUpAt: Date;
}
