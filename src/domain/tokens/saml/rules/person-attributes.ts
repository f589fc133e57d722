import type { TenantId } from "../../../../foundation/identifiers.ts";
import { homeTenantOfIssuer } from "../../../directory/rules/external-identity.ts";
import type { User } from "../../../directory/rules/user.ts";
import type { SignInEvidence } from "../../rules/authorization-grant.ts";
import type { Memberships } from "../../rules/membership-claims.ts";
import { signInName } from "../../rules/person-claims.ts";
import { tokenIssuer } from "../../rules/token-issuer.ts";
import type { WantedClaims } from "../../rules/wanted-claims.ts";
import { type AttributeName, attributeNames } from "./attribute-names.ts";

/** Everything the attributes of an assertion are made from. */
export interface AttributeFacts {
  readonly publicUrl: string;
  readonly tenantId: TenantId;
  readonly user: User;
  readonly signIn: SignInEvidence;
  /** Optional claims that the application is registered for. */
  readonly wanted: WantedClaims;
  readonly memberships: Memberships;
  readonly groupsEndpoint: string;
}

export interface Attribute {
  readonly name: string;
  readonly values: readonly string[];
}

/** An assertion holds at most this many groups. */
const mostGroups = 150;

/** What an assertion says about a person (SAML Core section 2.7.3); what has no value is left out. */
export function personAttributes(facts: AttributeFacts): readonly Attribute[] {
  const { user, wanted } = facts;
  const values: Partial<Readonly<Record<AttributeName, readonly (string | undefined)[]>>> = {
    tenantId: [facts.tenantId],
    objectId: [user.userId],
    displayName: [user.displayName],
    identityProvider: [identityProvider(facts)],
    authenticationMethods: [authenticationMethod(facts.signIn)],
    name: [signInName(user)],
    emailAddress: [user.mail],
    givenName: [user.givenName],
    surname: [user.surname],
    principalName: [wanted.has("upn") ? user.userPrincipalName : undefined],
    ...belongings(facts),
  };
  return (Object.keys(values) as AttributeName[]).flatMap((name) => {
    const present = (values[name] ?? []).filter((value) => value !== undefined);
    return present.length > 0 ? [{ name: attributeNames[name], values: present }] : [];
  });
}

/** Roles and groups, or where the groups stand when they are too many. */
function belongings({ memberships, groupsEndpoint }: AttributeFacts) {
  const { roles, groups = [], groupsAreRoles, directoryRoleIds: directoryRoles } = memberships;
  if (groups.length > mostGroups)
    return { roles: groupsAreRoles ? [] : roles, groupsLink: [groupsEndpoint], directoryRoles };
  return groupsAreRoles ? { roles: groups, directoryRoles } : { roles, groups, directoryRoles };
}

/** Who authenticated the person: an organisation by its issuer, this one too; `mail` for a mailed code. */
function identityProvider({ publicUrl, tenantId, signIn }: AttributeFacts): string {
  const issuer = signIn.authenticatedBy?.issuer;
  const homeTenantId = issuer === undefined ? tenantId : homeTenantOfIssuer(issuer);
  return homeTenantId === undefined ? (issuer ?? "") : tokenIssuer(publicUrl, homeTenantId, 1);
}

function authenticationMethod({ amr }: SignInEvidence): string {
  const method = amr.includes("pwd") ? "password" : "unspecified";
  return `http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/${method}`;
}
