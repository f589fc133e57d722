import type { ApplicationId } from "../../foundation/identifiers.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import { findApplicationInTenant } from "../applications/find-application.ts";
import { recordAssignment } from "../applications/record-assignment.ts";
import type { Actor, Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { createSignedUpGuest, type SignedUpGuest } from "../directory/create-signed-up-guest.ts";
import { findGroups } from "../directory/find-groups.ts";
import { recordGroupLinks } from "../directory/record-group-links.ts";
import type { ExternalIdentity } from "../directory/rules/external-identity.ts";
import type { Tenant } from "../directory/rules/tenant.ts";
import type { User } from "../directory/rules/user.ts";
import type { UserFlow } from "./rules/user-flow.ts";
import { insertSignUp } from "./sign-up-store.ts";

export interface Admission {
  readonly tenant: Tenant;
  readonly flow: UserFlow;
  readonly applicationId: ApplicationId;
  readonly identity: ExternalIdentity;
  readonly guest: Omit<SignedUpGuest, "tenant" | "identity">;
  /** Whoever let them in; undefined: they came by themselves. */
  readonly approvedBy?: Actor | undefined;
}

/** Makes the guest, lets them use the application they came for, and puts them into the groups of the flow. */
export async function admitGuest(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  admission: Admission,
): Promise<User | "address-taken" | "identity-taken"> {
  const { tenant, flow, applicationId, identity, guest, approvedBy } = admission;
  const { tenantId } = tenant;
  const user = await createSignedUpGuest(transaction, now, { ...guest, tenant, identity });
  if (typeof user === "string") return user;
  const { userId, displayName } = user;
  await insertSignUp(transaction, {
    ...{ tenantId, userId, applicationId },
    flowId: flow.flowId,
    signedUpAt: now,
  });
  const themselves = { kind: "user", userId, displayName, email: user.mail } as const;
  const own: Circumstances = { ...circumstances, actor: approvedBy ?? themselves };
  await recordEvent(transaction, now, own, {
    tenantId,
    activity: "guest-signed-up",
    result: "success",
    target: { kind: "user", id: userId, name: user.userPrincipalName },
    details: {
      userFlow: flow.name,
      applicationId,
      identityProvider: identity.providerKind,
      issuer: identity.issuer,
    },
  });
  const resource = await findApplicationInTenant(transaction, tenantId, applicationId);
  if (resource)
    await recordAssignment(transaction, now, own, {
      ...{ tenantId, resource, role: undefined },
      principal: { kind: "user", id: userId, displayName },
    });
  const objects = [{ id: userId, kind: "user" as const, displayName }];
  for (const group of await findGroups(transaction, tenantId, flow.groups))
    await recordGroupLinks(transaction, own, { group, relation: "member", objects, now });
  return user;
}
