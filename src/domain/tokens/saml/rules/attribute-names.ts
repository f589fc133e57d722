const identity = "http://schemas.microsoft.com/identity/claims";
const person = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const belonging = "http://schemas.microsoft.com/ws/2008/06/identity/claims";

/** The names of attributes in assertions, as applications made for the dialect expect them. */
export const attributeNames = {
  tenantId: `${identity}/tenantid`,
  objectId: `${identity}/objectidentifier`,
  displayName: `${identity}/displayname`,
  identityProvider: `${identity}/identityprovider`,
  authenticationMethods: "http://schemas.microsoft.com/claims/authnmethodsreferences",
  name: `${person}/name`,
  emailAddress: `${person}/emailaddress`,
  givenName: `${person}/givenname`,
  surname: `${person}/surname`,
  principalName: `${person}/upn`,
  roles: `${belonging}/role`,
  groups: `${belonging}/groups`,
  directoryRoles: `${belonging}/wids`,
  /** Where the groups stand that did not fit. */
  groupsLink: "http://schemas.microsoft.com/claims/groups.link",
} as const;

export type AttributeName = keyof typeof attributeNames;
