import { type Command, InvalidArgumentError, Option } from "commander";
import { countUsers, queryUsers } from "../../domain/directory/query-users.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { UserCondition } from "../../domain/directory/rules/user-condition.ts";
import { parseGuid, type UserId } from "../../foundation/identifiers.ts";
import { chooseTenant } from "./choose-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { printJson } from "./print.ts";
import { type ListedUser, printUsers, type UserList } from "./print-users.ts";
import { authorityOption, remoteOption } from "./remote-options.ts";

interface UsersOptions {
  readonly tenant: string | undefined;
  readonly guests: boolean;
  readonly state: "pending" | "accepted" | undefined;
  readonly limit: number;
  readonly after: UserId | undefined;
  readonly remote: boolean;
  readonly authority: string | undefined;
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
    .addOption(remoteOption(["after", "tenant"]))
    .addOption(authorityOption())
    .action(async (options: UsersOptions) => {
      const list = options.remote ? await listRemotely(port, options) : await listHere(port, options);
      const { tenantId, count, users, next } = list;
      if (options.json) printJson({ tenantId, count, users, next: next ?? null });
      else printUsers({ ...list, isFirst: options.after === undefined });
    });
}

type FoundUsers = Omit<UserList, "isFirst"> & { readonly tenantId: string };

function listHere(port: CommandPort, options: UsersOptions): Promise<FoundUsers> {
  return port.withMachine(async (machine) => {
    const { tenantId, displayName } = await chooseTenant(machine, options);
    const { limit, after } = options;
    const where = conditionOf(options);
    const [page, count] = await Promise.all([
      queryUsers(machine.database, tenantId, { where, after, limit: limit + 1, orderBy: "displayName" }),
      countUsers(machine.database, tenantId, { where }),
    ]);
    const users = page.slice(0, limit);
    const next = page.length > limit ? users.at(-1)?.userId : undefined;
    return { tenantId, displayName, count, users: users.map((user) => asListed(user)), next };
  });
}

async function listRemotely(port: CommandPort, options: UsersOptions): Promise<FoundUsers> {
  const { listRemoteUsers } = await import("./remote/list-remote-users.ts");
  const { remoteGraph } = await import("./remote/remote-graph.ts");
  const graph = await remoteGraph(port.personalFolder, options.authority);
  const { issuer, person } = graph.signIn;
  const found = await listRemoteUsers(graph, options);
  return { ...found, tenantId: person.tenantId, displayName: new URL(issuer).host, next: undefined };
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

function asListed(user: User): ListedUser {
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
