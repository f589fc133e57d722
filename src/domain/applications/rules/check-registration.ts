import type { Application, AppRole, ExposedScope } from "./application.ts";
import { isAllowedEntityId, isAllowedIdentifierUri } from "./identifier-uri.ts";
import { checkNewRedirectUri, type RedirectUriRefusal } from "./redirect-uri.ts";

/** Why a registration cannot be as it is wanted; `value` is what is in the way. */
export interface RegistrationRefusal {
  readonly code:
    | RedirectUriRefusal["code"]
    | "display-name-invalid"
    | "identifier-uri-invalid"
    | "too-many-redirect-uris"
    | "redirect-uri-twice"
    | "url-invalid"
    | "permission-id-twice"
    | "permission-value-twice"
    | "permission-value-invalid"
    | "app-role-without-members"
    | "app-role-enabled"
    | "scope-enabled"
    | "too-many-permissions"
    | "preauthorized-scope-unknown"
    | "client-twice"
    | "required-resource-twice";
  readonly value: string;
}

const mostRedirectUris = 256;
const mostPermissions = 1200;

/** What a registration's tenant has said and proved outside of it. */
interface Home {
  /** Domains that the tenant has proved to own. */
  readonly domains: readonly string[];
  /** Whether people of the tenant sign in to the application by SAML. */
  readonly signsInBySaml: boolean;
}

type Check = (after: Application, before: Application, home: Home) => RegistrationRefusal | undefined;

/** Every rule of a registration, in the order in which refusals are told. */
const checks: readonly Check[] = [
  checkName,
  checkIdentifierUris,
  checkRedirectUris,
  checkUrls,
  checkPermissions,
  checkRemovedPermissions,
  checkClients,
];

/** Whether a registration may become so. */
export function checkRegistration(
  after: Application,
  before: Application,
  home: Home,
): RegistrationRefusal | undefined {
  for (const check of checks) {
    const refusal = check(after, before, home);
    if (refusal) return refusal;
  }
  return undefined;
}

function checkName({ displayName }: Application): RegistrationRefusal | undefined {
  return displayName.trim() === "" || displayName.length > 256
    ? { code: "display-name-invalid", value: displayName.slice(0, 256) }
    : undefined;
}

function checkIdentifierUris(
  after: Application,
  before: Application,
  { domains, signsInBySaml }: Home,
): RegistrationRefusal | undefined {
  const { applicationId, tenantId } = after;
  const owner = { applicationId, tenantId, domains, staysAtHome: after.audience === "tenant" };
  // What was good enough at home may not be elsewhere.
  const known = after.audience === before.audience ? before.identifierUris : [];
  const added = after.identifierUris.filter((uri) => !known.includes(uri));
  const isEntity = signsInBySaml && owner.staysAtHome;
  const bad = added.find(
    (uri) => !isAllowedIdentifierUri(uri, owner) && !(isEntity && isAllowedEntityId(uri)),
  );
  return bad === undefined ? undefined : { code: "identifier-uri-invalid", value: bad.slice(0, 256) };
}

function checkRedirectUris(after: Application, before: Application): RegistrationRefusal | undefined {
  const { redirectUris } = after;
  if (redirectUris.length > mostRedirectUris)
    return { code: "too-many-redirect-uris", value: String(mostRedirectUris) };
  // The platform decides how a code is redeemed, and it is the URI that tells the platform.
  const twice = repeated(redirectUris.map(({ uri }) => uri));
  if (twice !== undefined) return { code: "redirect-uri-twice", value: twice };
  for (const { platform, uri } of redirectUris) {
    if (before.redirectUris.some((one) => one.platform === platform && one.uri === uri)) continue;
    const checked = checkNewRedirectUri(platform, uri);
    if (!checked.ok) return { code: checked.refusal.code, value: uri.slice(0, 256) };
  }
  return undefined;
}

function checkUrls({ homePageUrl, logoutUrl, backChannelLogoutUrl, informationUrls }: Application) {
  const urls = [homePageUrl, logoutUrl, backChannelLogoutUrl, ...Object.values(informationUrls)];
  const bad = urls.find((url) => url !== undefined && !isPageAddress(url));
  return bad === undefined ? undefined : { code: "url-invalid" as const, value: bad.slice(0, 256) };
}

/** An address for browsers: https, or http on this machine for those who develop. */
export function isPageAddress(url: string): boolean {
  if (url.length > 2048 || !/^https?:\/\/[^/]/.test(url) || /[\s\p{Cc}]/u.test(url) || !URL.canParse(url))
    return false;
  const { protocol, hostname, username, password } = new URL(url);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1";
  return (protocol === "https:" || isLocal) && username === "" && password === "";
}

function checkPermissions({ appRoles, exposedScopes }: Application): RegistrationRefusal | undefined {
  const permissions = [...appRoles, ...exposedScopes];
  if (permissions.length > mostPermissions)
    return { code: "too-many-permissions", value: String(mostPermissions) };
  // Both are named by id in what other applications require, so ids share one space.
  const sameId = repeated(permissions.map(idOf));
  if (sameId !== undefined) return { code: "permission-id-twice", value: sameId };
  for (const kind of [appRoles, exposedScopes]) {
    const sameValue = repeated(kind.flatMap(({ value }) => value ?? []));
    if (sameValue !== undefined) return { code: "permission-value-twice", value: sameValue };
  }
  const values = permissions.flatMap(({ value }) => value ?? []);
  const bad = values.find((value) => !isPermissionValue(value));
  if (bad !== undefined) return { code: "permission-value-invalid", value: bad.slice(0, 256) };
  const forNobody = appRoles.find((role) => !role.forUsers && !role.forApplications);
  return forNobody && { code: "app-role-without-members", value: forNobody.roleId };
}

/** Values are words in a list between blanks (RFC 6749 section 3.3), and `.default` has a meaning of its own. */
function isPermissionValue(value: string): boolean {
  return /^[A-Za-z0-9!#$%&'()*+,\-./:;=?@[\]^_`{|}~<>]{1,120}$/.test(value) && !value.startsWith(".");
}

/** What is in use is switched off before it goes, so that nobody loses it by a slip. */
function checkRemovedPermissions(after: Application, before: Application): RegistrationRefusal | undefined {
  const stays = new Set([...after.appRoles, ...after.exposedScopes].map(idOf));
  const role = before.appRoles.find((one) => one.isEnabled && !stays.has(one.roleId));
  if (role) return { code: "app-role-enabled", value: role.value ?? role.roleId };
  const scope = before.exposedScopes.find((one) => one.isEnabled && !stays.has(one.scopeId));
  return scope && { code: "scope-enabled", value: scope.value };
}

function checkClients(after: Application): RegistrationRefusal | undefined {
  const scopes = new Set<string>(after.exposedScopes.map(({ scopeId }) => scopeId));
  const unknown = after.preauthorizedClients
    .flatMap(({ scopeIds }) => scopeIds)
    .find((id) => !scopes.has(id));
  if (unknown !== undefined) return { code: "preauthorized-scope-unknown", value: unknown };
  const client = repeated(after.preauthorizedClients.map(({ applicationId }) => applicationId));
  if (client !== undefined) return { code: "client-twice", value: client };
  const resource = repeated(after.requiredPermissions.map((one) => one.resourceApplicationId));
  return resource === undefined ? undefined : { code: "required-resource-twice", value: resource };
}

function idOf(permission: AppRole | ExposedScope): string {
  return "roleId" in permission ? permission.roleId : permission.scopeId;
}

function repeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
