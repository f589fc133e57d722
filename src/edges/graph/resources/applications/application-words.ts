import type {
  Application,
  GroupClaim,
  SingleSignOnMode,
} from "../../../../domain/applications/rules/application.ts";

/** Who may use an application, in the words of the wire. */
export const audiences = {
  AzureADMyOrg: "tenant",
  AzureADMultipleOrgs: "tenants",
} as const satisfies Record<string, Application["audience"]>;

/** The memberships that tokens list, in the words of the wire. */
export const groupClaimWords = {
  SecurityGroup: "security-groups",
  DirectoryRole: "directory-roles",
  ApplicationGroup: "application-groups",
  All: "all",
} as const satisfies Record<string, GroupClaim>;

/** How people sign in to an application, in the words of the wire. */
export const singleSignOnModes = {
  saml: "saml",
  oidc: "oidc",
  notSupported: "not-supported",
} as const satisfies Record<string, SingleSignOnMode>;

/** The word of the wire for one of the domain's. */
export function wireWord<Word extends string>(words: Readonly<Record<string, Word>>, own: Word): string {
  return Object.keys(words).find((word) => words[word] === own) ?? own;
}
