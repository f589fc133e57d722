import type { Condition } from "../../../foundation/condition.ts";

/** What service principals can be asked for, in the domain's own words. */
export type ServicePrincipalProperties = {
  readonly servicePrincipalId: "id";
  readonly applicationId: "id";
  readonly ownerTenantId: "id";
  readonly displayName: "text";
  readonly accountEnabled: "flag";
  readonly assignmentRequired: "flag";
  readonly identifierUris: "list";
  readonly tags: "list";
  readonly createdAt: "moment";
  readonly deletedAt: "moment";
};

export type ServicePrincipalCondition = Condition<ServicePrincipalProperties>;
