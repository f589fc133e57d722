import type { RegistrationFlaw, RequestedPermissions } from "./authorization-request.ts";

/** What was granted before, by `grantKey`. */
export type GrantedPermissions = ReadonlyMap<string, ReadonlySet<string>>;

/** Permissions of one resource, by the application that gets them: the one that asks goes without its name. */
export function grantKey({ by, resourceId }: Pick<RequestedPermissions, "by" | "resourceId">): string {
  return by ? `${by.servicePrincipalId} ${resourceId}` : resourceId;
}

/**
 * What a person must still consent to. `.default` asks for what is granted already; only where that is nothing, it
 * asks for everything the application is registered to need, of all resources at once.
 */
export function missingPermissions(
  requested: readonly RequestedPermissions[],
  granted: GrantedPermissions,
): readonly RequestedPermissions[] {
  const isAllAsked = requested.some((one) => isDefaultWithoutGrant(one, granted));
  return requested.flatMap((one) => {
    if (one.asked !== "by-name" && !isAllAsked) return [];
    const scopes = one.scopes.filter((scope) => !granted.get(grantKey(one))?.has(scope.value));
    return scopes.length > 0 ? [{ ...one, scopes }] : [];
  });
}

/** What is wrong with a registration that asks by `.default` where nothing was granted and nothing can be. */
export function registrationFlaw(
  requested: readonly RequestedPermissions[],
  granted: GrantedPermissions,
): RegistrationFlaw | undefined {
  const inVain = requested.find((one) => isDefaultWithoutGrant(one, granted) && one.scopes.length === 0);
  return inVain && (inVain.flaw ?? "resource-not-registered");
}

function isDefaultWithoutGrant(one: RequestedPermissions, granted: GrantedPermissions): boolean {
  return one.asked === "by-default" && !granted.get(grantKey(one))?.size;
}
