import type { UserId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { findUser } from "../directory/find-user.ts";
import { homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import type { SignInEvidence } from "./rules/authorization-grant.ts";
import type { HomeStanding } from "./rules/grant-holder.ts";

/** What the tenant that authenticated a guest says of them now; undefined when it was no other tenant. */
export async function homeStanding(
  machine: Machine,
  { authenticatedBy, authenticatedAt }: Pick<SignInEvidence, "authenticatedBy" | "authenticatedAt">,
): Promise<HomeStanding | undefined> {
  const homeTenantId = authenticatedBy && homeTenantOfIssuer(authenticatedBy.issuer);
  if (homeTenantId === undefined) return undefined;
  const member = await findUser(machine.database, homeTenantId, authenticatedBy?.subject as UserId);
  return { member, authenticatedAt: new Date(authenticatedAt) };
}
