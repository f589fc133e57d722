/**
 * Every way to write an operation's path, as routes. `/users/{id}` is also written `/users('{id}')`,
 * `/applications/{id}` also `/applications(appId='{id}')`, and what belongs to the caller `/me/…`. An action or a
 * function may bear its namespace and brackets, and the path a slash at its end. What a function is asked about stands
 * in the address like a key: `/tenantRelationships/findTenantInformationByDomainName(domainName='{domainName}')`.
 */
export function spellingsOf(method: string, path: string): string[] {
  const call = /^(.*\/)(\w+)\(\w+=':\w+'\)$/.exec(path);
  if (call !== null) return [`${call[1]}:keyed{(?:microsoft\\.graph\\.)?${call[2]}\\(.*\\)}`];
  const collection = /^\/(\w+)\/:id(?=\/|$)/.exec(path)?.[1];
  const keyed =
    collection === undefined ? [] : [path.replace(/^\/\w+\/:id/, `/:keyed{${collection}\\(.*\\)}`)];
  // Nobody deletes themselves so.
  const isOwn = collection === "users" && `${method} ${path}` !== "DELETE /users/:id";
  const own = isOwn ? [path.replace(/^\/users\/:id/, "/:keyed{me}")] : [];
  return [path, ...keyed, ...own]
    .map(withNamespace)
    .flatMap(withCasts)
    .flatMap((spelling) => [spelling, `${spelling}/`]);
}

/** `/users/:id/revokeSignInSessions` also as `/users/:id/microsoft.graph.revokeSignInSessions()`. */
function withNamespace(path: string): string {
  return path.replace(/(?<=\/.+\/)([A-Za-z]+)$/, ":called{(?:microsoft\\.graph\\.)?$1(?:\\(\\))?}");
}

/** The type in `/directory/deletedItems/microsoft.graph.user` also as `graph.user`, the way client libraries write it. */
function withCasts(path: string): string[] {
  const cast = /\/microsoft\.graph\.(?=\w+(?:\/|$))/;
  return cast.test(path) ? [path, path.replace(cast, "/graph.")] : [path];
}
