import type { OperationTable } from "../../operation-table.ts";
import { membershipOperations } from "./membership-operations.ts";
import { type Cast, relatedOperations } from "./related-operations.ts";

const readApplications = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const read = { delegated: readApplications, application: readApplications };
/** What the memberships of an application can be narrowed to. */
export const servicePrincipalMembershipCasts = ["microsoft.graph.group"] as const satisfies readonly Cast[];
/** What owned objects can be narrowed to. */
export const ownedCasts = [
  "microsoft.graph.group",
  "microsoft.graph.application",
  "microsoft.graph.servicePrincipal",
] as const satisfies readonly Cast[];
const path = "/servicePrincipals/:id";

/** What an application belongs to. */
export const servicePrincipalMembershipOperations = {
  ...relatedOperations(
    `${path}/memberOf`,
    servicePrincipalMembershipCasts,
    "the groups an application is in",
    read,
  ),
  ...relatedOperations(
    `${path}/transitiveMemberOf`,
    servicePrincipalMembershipCasts,
    "the groups an application is in, directly or not",
    read,
  ),
  ...relatedOperations(`${path}/ownedObjects`, ownedCasts, "what an application owns", read),
  ...membershipOperations(path, "service principal", read),
} as const satisfies OperationTable;
