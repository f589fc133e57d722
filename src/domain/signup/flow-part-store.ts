import type {
  ApiConnectorId,
  GroupId,
  ProviderId,
  ServicePrincipalId,
  TenantId,
  UserFlowId,
  UserId,
} from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { ConnectorStep } from "./rules/api-connector.ts";
import type { AttributeAssignment } from "./rules/attribute-assignment.ts";
import type { UserFlow } from "./rules/user-flow.ts";

/** What hangs on a tenant's flows, before it is sorted by flow. */
export interface FlowParts {
  readonly providers: readonly OfFlow<{ readonly providerId: ProviderId }>[];
  readonly attributes: readonly OfFlow<AttributeAssignment>[];
  readonly applications: readonly OfFlow<{ readonly servicePrincipalId: ServicePrincipalId }>[];
  readonly groups: readonly OfFlow<{ readonly groupId: GroupId }>[];
  readonly approvingUsers: readonly OfFlow<{ readonly userId: UserId }>[];
  readonly approvingGroups: readonly OfFlow<{ readonly groupId: GroupId }>[];
  readonly connectors: readonly OfFlow<{
    readonly step: ConnectorStep;
    readonly connectorId: ApiConnectorId;
  }>[];
}

type OfFlow<Part> = Part & { readonly flowId: UserFlowId };

/** Everything that hangs on a tenant's flows. */
export async function selectFlowParts(handle: DatabaseHandle, tenantId: TenantId): Promise<FlowParts> {
  const [providers, attributes, applications, groups, approvingUsers, approvingGroups, connectors] =
    await Promise.all([
      handle
        .selectFrom("userFlowProvider")
        .select(["flowId", "providerId"])
        .where("tenantId", "=", tenantId)
        .orderBy("providerId")
        .execute(),
      handle
        .selectFrom("userFlowAttribute")
        .selectAll()
        .where("tenantId", "=", tenantId)
        .orderBy("position")
        .orderBy("attributeId")
        .execute(),
      handle
        .selectFrom("userFlowApplication")
        .select(["flowId", "servicePrincipalId"])
        .where("tenantId", "=", tenantId)
        .orderBy("servicePrincipalId")
        .execute(),
      handle
        .selectFrom("userFlowGroup")
        .select(["flowId", "groupId"])
        .where("tenantId", "=", tenantId)
        .orderBy("groupId")
        .execute(),
      handle
        .selectFrom("userFlowApprovingUser")
        .select(["flowId", "userId"])
        .where("tenantId", "=", tenantId)
        .orderBy("userId")
        .execute(),
      handle
        .selectFrom("userFlowApprovingGroup")
        .select(["flowId", "groupId"])
        .where("tenantId", "=", tenantId)
        .orderBy("groupId")
        .execute(),
      handle
        .selectFrom("userFlowConnector")
        .select(["flowId", "step", "connectorId"])
        .where("tenantId", "=", tenantId)
        .execute(),
    ]);
  return { providers, attributes, applications, groups, approvingUsers, approvingGroups, connectors };
}

/** What hangs on one of them. */
export function partsOf(flowId: UserFlowId, parts: FlowParts): Pick<UserFlow, keyof FlowParts> {
  const isOfFlow = (part: { readonly flowId: UserFlowId }) => part.flowId === flowId;
  return {
    providers: parts.providers.filter(isOfFlow).map(({ providerId }) => providerId),
    attributes: parts.attributes
      .filter(isOfFlow)
      .map(({ attributeId, label, isRequired, requiresVerification, input, choices }) => ({
        ...{ attributeId, label, isRequired, requiresVerification, input, choices },
      })),
    applications: parts.applications.filter(isOfFlow).map(({ servicePrincipalId }) => servicePrincipalId),
    groups: parts.groups.filter(isOfFlow).map(({ groupId }) => groupId),
    approvingUsers: parts.approvingUsers.filter(isOfFlow).map(({ userId }) => userId),
    approvingGroups: parts.approvingGroups.filter(isOfFlow).map(({ groupId }) => groupId),
    connectors: Object.fromEntries(
      parts.connectors.filter(isOfFlow).map(({ step, connectorId }) => [step, connectorId]),
    ),
  };
}

/** Something that is linked to a flow, by its kind. */
export type LinkedPart =
  | { readonly kind: "provider"; readonly id: ProviderId }
  | { readonly kind: "application"; readonly id: ServicePrincipalId }
  | { readonly kind: "group"; readonly id: GroupId }
  | { readonly kind: "approving-user"; readonly id: UserId }
  | { readonly kind: "approving-group"; readonly id: GroupId };

/** False when it is linked already: an application to whatever flow, the others to this one. */
export async function insertLinkedPart(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: Pick<UserFlow, "tenantId" | "flowId">,
  part: LinkedPart,
): Promise<boolean> {
  const added = await insertionOf(transaction, { tenantId, flowId }, part)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

function insertionOf(
  transaction: DatabaseTransaction,
  flow: Pick<UserFlow, "tenantId" | "flowId">,
  part: LinkedPart,
) {
  switch (part.kind) {
    case "provider":
      return transaction.insertInto("userFlowProvider").values({ ...flow, providerId: part.id });
    case "application":
      return transaction.insertInto("userFlowApplication").values({ ...flow, servicePrincipalId: part.id });
    case "group":
      return transaction.insertInto("userFlowGroup").values({ ...flow, groupId: part.id });
    case "approving-user":
      return transaction.insertInto("userFlowApprovingUser").values({ ...flow, userId: part.id });
    case "approving-group":
      return transaction.insertInto("userFlowApprovingGroup").values({ ...flow, groupId: part.id });
  }
}

/** False when it was not linked. */
export async function deleteLinkedPart(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: Pick<UserFlow, "tenantId" | "flowId">,
  part: LinkedPart,
): Promise<boolean> {
  const removed = await deletionOf(transaction, part)
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

function deletionOf(transaction: DatabaseTransaction, part: LinkedPart) {
  switch (part.kind) {
    case "provider":
      return transaction.deleteFrom("userFlowProvider").where("providerId", "=", part.id);
    case "application":
      return transaction.deleteFrom("userFlowApplication").where("servicePrincipalId", "=", part.id);
    case "group":
      return transaction.deleteFrom("userFlowGroup").where("groupId", "=", part.id);
    case "approving-user":
      return transaction.deleteFrom("userFlowApprovingUser").where("userId", "=", part.id);
    case "approving-group":
      return transaction.deleteFrom("userFlowApprovingGroup").where("groupId", "=", part.id);
  }
}

/** The API that a flow asks at a step; undefined: none. */
export async function writeFlowConnector(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: Pick<UserFlow, "tenantId" | "flowId">,
  step: ConnectorStep,
  connectorId: ApiConnectorId | undefined,
): Promise<void> {
  if (connectorId === undefined)
    await transaction
      .deleteFrom("userFlowConnector")
      .where("tenantId", "=", tenantId)
      .where("flowId", "=", flowId)
      .where("step", "=", step)
      .execute();
  else
    await transaction
      .insertInto("userFlowConnector")
      .values({ tenantId, flowId, step, connectorId })
      .onConflict((conflict) => conflict.columns(["tenantId", "flowId", "step"]).doUpdateSet({ connectorId }))
      .execute();
}
