import { findUser } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { parseGuid, type UserId } from "../../../../foundation/identifiers.ts";
import type { GraphRequest } from "../../graph-request.ts";

/** Those of the users named who are still known, also deleted ones. */
export type PeopleInLog = ReadonlyMap<string, User>;

/** Looks up who is named in a page of a log, which itself keeps ids and names only. */
export async function findPeopleInLog(
  { machine, caller }: GraphRequest,
  ids: readonly (string | null)[],
): Promise<PeopleInLog> {
  const userIds = [...new Set(ids)].flatMap((id) => (id === null ? [] : (parseGuid<UserId>(id) ?? [])));
  const found = await Promise.all(
    userIds.map((userId) => findUser(machine.database, caller.tenantId, userId, { includeDeleted: true })),
  );
  return new Map(
    found.flatMap((user) => (user === undefined ? [] : [[user.userId as string, user] as const])),
  );
}
