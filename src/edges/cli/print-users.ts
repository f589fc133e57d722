import { print, printTable } from "./print.ts";

/** A person, as the list and its JSON show them. */
export interface ListedUser {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly userType: "Guest" | "Member";
  readonly state: "pending" | "accepted" | null;
  readonly stateChangedAt: string | null;
  readonly accountEnabled: boolean;
  readonly createdAt: string;
}

export interface UserList {
  /** Whose people they are. */
  readonly displayName: string;
  readonly users: readonly ListedUser[];
  /** How many there are in all. */
  readonly count: number;
  /** After whom to go on. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** Prints people as a table, and how many there are. */
export function printUsers(list: UserList): void {
  const { displayName, users, count, next } = list;
  if (users.length === 0) {
    print(list.isFirst ? `Nobody at ${displayName} is like that.` : "Nobody comes after that person.");
    return;
  }
  printTable([
    ["Name", "E-mail", "Kind", "State", "Since", "Id"],
    ...users.map((user) => [
      user.displayName,
      user.mail ?? user.userPrincipalName,
      user.userType.toLowerCase(),
      stateOf(user),
      (user.stateChangedAt ?? user.createdAt).slice(0, 10),
      user.id,
    ]),
  ]);
  const [shown, all] = [users.length, count].map((number) => number.toLocaleString("en"));
  print(
    users.length === count
      ? `\n${all} at ${displayName}`
      : `\n${shown} of ${all} at ${displayName}${next === undefined ? "" : `; go on with --after ${next}`}`,
  );
}

function stateOf(user: ListedUser): string {
  const state = user.state ?? "-";
  return user.accountEnabled ? state : `${state}, disabled`;
}
