import { type Command, InvalidArgumentError, Option } from "commander";
import { countUsers, queryUsers } from "../../domain/directory/query-users.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { UserCondition } from "../../domain/directory/rules/user-condition.ts";
import { parseGuid, type UserId } from "../../foundation/identifiers.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { print, printJson, printTable } from "./print.ts";

interface UsersOptions {
  readonly tenant: string | undefined;
  readonly guests: boolean;
  readonly state: "pending" | "accepted" | undefined;
  readonly limit: number;
  readonly after: UserId | undefined;
  readonly json: boolean;
}

/** `guesthouse users` */
export function addUsersCommand(program: Command, port: CommandPort): void {
  program
    .command("users")
    .description("list the people of an organisation, by name")
    .option("--guests", "guests only", false)
    .addOption(
      new Option("--state <state>", "people from outside in this state only").choices([
        "pending",
        "accepted",
      ]),
    )
    .option("--limit <number>", "people at once, up to 1000", parseLimit, 100)
    .option("--after <id>", "go on after this person", parseUserId)
    .option("--tenant <tenant>", "the organisation: domain, id or name")
    .option("--json", "print the result as JSON; `next` is for --after", false)
    .action(async (options: UsersOptions) => {
      await port.withMachine(async (machine) => {
        const { tenantId, displayName } = await chooseTenant(machine, options);
        const { limit, after } = options;
        const where = conditionOf(options);
        const [page, count] = await Promise.all([
          queryUsers(machine.database, tenantId, { where, after, limit: limit + 1, orderBy: "displayName" }),
          countUsers(machine.database, tenantId, { where }),
        ]);
        const users = page.slice(0, limit);
        const next = page.length > limit ? users.at(-1)?.userId : undefined;
        if (options.json)
          printJson({ tenantId, count, users: users.map((user) => asJson(user)), next: next ?? null });
        else printUsers({ displayName, users, count, next, isFirst: after === undefined });
      });
    });
}

function conditionOf({ guests, state }: UsersOptions): UserCondition | undefined {
  const conditions: UserCondition[] = [];
  if (guests) conditions.push({ compare: { property: "kind", operator: "eq", value: "guest" } });
  if (state) conditions.push({ compare: { property: "redemptionState", operator: "eq", value: state } });
  return conditions.length > 0 ? { and: conditions } : undefined;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new InvalidArgumentError("It is a number from 1 to 1000.");
}

function parseUserId(text: string): UserId {
  const userId = parseGuid<UserId>(text);
  if (userId) return userId;
  throw new InvalidArgumentError("It is the id of a user, as the list shows it.");
}

function asJson(user: User): object {
  return {
    id: user.userId,
    displayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
    mail: user.mail ?? null,
    userType: user.kind === "guest" ? "Guest" : "Member",
    state: user.redemptionState ?? null,
    stateChangedAt: user.redemptionStateChangedAt?.toISOString() ?? null,
    accountEnabled: user.accountEnabled,
    createdAt: user.createdAt.toISOString(),
  };
}

function printUsers(list: {
  readonly displayName: string;
  readonly users: readonly User[];
  readonly count: number;
  readonly next: UserId | undefined;
  readonly isFirst: boolean;
}): void {
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
      user.kind,
      stateOf(user),
      (user.redemptionStateChangedAt ?? user.createdAt).toISOString().slice(0, 10),
      user.userId,
    ]),
  ]);
  const [shown, all] = [users.length, count].map((number) => number.toLocaleString("en"));
  print(
    next === undefined && list.isFirst
      ? `\n${all} at ${displayName}`
      : `\n${shown} of ${all} at ${displayName}${next === undefined ? "" : `; go on with --after ${next}`}`,
  );
}

function stateOf(user: User): string {
  const state = user.redemptionState ?? "-";
  return user.accountEnabled ? state : `${state}, disabled`;
}
