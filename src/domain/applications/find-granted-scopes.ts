import type { ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import { selectGrantedScopes, selectScopesGrantedToAll } from "./assignment-store.ts";

/** What an administrator granted for everybody is the same for every sign-in to an application. */
const recentForAll = recentAnswers<readonly string[]>(3);

/** To be called after every committed change that takes something granted away. */
export function forgetGrantedScopes(database: Database): void {
  recentForAll.forget(database);
}

/**
 * What the client may do at the resource on behalf of this person: granted by them or for everybody. With `enough`,
 * the answer may leave out scopes beyond those: mostly nothing has to be asked about the person then.
 */
export async function grantedScopes(
  handle: DatabaseHandle,
  tenantId: TenantId,
  clientId: ServicePrincipalId,
  resourceId: ServicePrincipalId,
  userId: UserId,
  enough?: readonly string[],
): Promise<readonly string[]> {
  if (enough !== undefined) {
    const forAll = await recentForAll.get(handle, `${tenantId} ${clientId} ${resourceId}`, (asked) =>
      selectScopesGrantedToAll(asked, tenantId, clientId, resourceId),
    );
    // Only a yes is taken from memory. A no may be older than the consent that was given a moment ago.
    if (forAll && enough.every((scope) => forAll.includes(scope))) return forAll;
  }
  return selectGrantedScopes(handle, tenantId, clientId, resourceId, userId);
}
