import { type RawBuilder, type SqlBool, sql } from "kysely";
import { parseGuid, type TenantId, type UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import type { User } from "./rules/user.ts";
import type { UserComparison, UserCondition, UserTextProperty } from "./rules/user-condition.ts";
import { userColumns, userFromRow } from "./user-store.ts";

export type UserOrder = "id" | "displayName" | "userPrincipalName";

/** Names in the spelling that the indexes of the table have. */
const orderedNames = {
  displayName: "lower(display_name)",
  userPrincipalName: "lower(user_principal_name)",
} as const;

interface PageQuery {
  readonly where?: UserCondition | undefined;
  readonly after?: UserId | undefined;
  readonly limit: number;
  readonly orderBy: UserOrder;
  readonly direction?: "ascending" | "descending";
  readonly deleted?: boolean;
}

/** One page by keyset: no offset, so that a later page costs what the first one does. */
export async function selectUserPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: PageQuery,
): Promise<User[]> {
  const afterName =
    query.after && query.orderBy !== "id"
      ? await lowerName(handle, tenantId, query.after, orderedNames[query.orderBy])
      : undefined;
  const rows = await selectUserPageQuery(handle, tenantId, query, afterName).execute();
  return rows.map(userFromRow);
}

/** The statement behind a page, so that a test can look at its plan. */
export function selectUserPageQuery(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: PageQuery,
  afterName?: string,
) {
  const { after, where } = query;
  const direction = query.direction === "descending" ? sql`desc` : sql`asc`;
  const further = query.direction === "descending" ? sql`<` : sql`>`;
  const name = query.orderBy === "id" ? undefined : sql.raw(orderedNames[query.orderBy]);
  return handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where(living(query.deleted))
    .$if(where !== undefined, (select) => select.where(compileUserCondition(where ?? { and: [] })))
    .$if(after !== undefined, (select) =>
      select.where(
        name
          ? sql<SqlBool>`(${name}, user_id) ${further} (${afterName ?? ""}, ${after}::uuid)`
          : sql<SqlBool>`user_id ${further} ${after}::uuid`,
      ),
    )
    .orderBy(name ? sql`${name} ${direction}, user_id ${direction}` : sql`user_id ${direction}`)
    .limit(query.limit);
}

/** How many users of the tenant fulfil the condition. */
export async function countUsersWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: { readonly where?: UserCondition | undefined; readonly deleted?: boolean },
): Promise<number> {
  let select = handle
    .selectFrom("user")
    .select(sql<string>`count(*)`.as("count"))
    .where("tenantId", "=", tenantId)
    .where(living(query.deleted));
  if (query.where) select = select.where(compileUserCondition(query.where));
  const row = await select.executeTakeFirstOrThrow();
  return Number(row.count);
}

async function lowerName(
  handle: DatabaseHandle,
  tenantId: TenantId,
  userId: UserId,
  name: string,
): Promise<string> {
  const row = await handle
    .selectFrom("user")
    .select(sql<string>`${sql.raw(name)}`.as("name"))
    .where("tenantId", "=", tenantId)
    .where("userId", "=", userId)
    .executeTakeFirst();
  // Gone for good: the empty name begins anew, which shows somebody twice instead of leaving somebody out.
  return row?.name ?? "";
}

function living(deleted: boolean | undefined): RawBuilder<SqlBool> {
  return deleted ? sql<SqlBool>`deleted_at is not null` : sql<SqlBool>`deleted_at is null`;
}

/** Properties with the expression that their index is made on. */
const columns = {
  userPrincipalName: "lower(user_principal_name)",
  displayName: "lower(display_name)",
  mail: "lower(mail)",
  mailNickname: "lower(mail_nickname)",
  givenName: "lower(given_name)",
  surname: "lower(surname)",
  jobTitle: "lower(job_title)",
  department: "lower(department)",
  companyName: "lower(company_name)",
  officeLocation: "lower(office_location)",
  mobilePhone: "lower(mobile_phone)",
  preferredLanguage: "lower(preferred_language)",
  usageLocation: "lower(usage_location)",
  // Stored in lower case.
  userId: "user_id",
  kind: "kind",
  origin: "origin",
  redemptionState: "redemption_state",
  accountEnabled: "account_enabled",
  showInAddressList: "show_in_address_list",
  isExternal: "is_external",
  createdAt: "created_at",
  redemptionStateChangedAt: "redemption_state_changed_at",
  deletedAt: "deleted_at",
  otherMails: "other_mails",
  proxyAddresses: "proxy_addresses",
  businessPhones: "business_phones",
} as const satisfies Record<UserComparison["property"], string>;

const operators = { ge: ">=", le: "<=", gt: ">", lt: "<" } as const;

/** The condition as SQL over the table "user". */
function compileUserCondition(condition: UserCondition): RawBuilder<SqlBool> {
  if ("and" in condition) return joined(condition.and, sql` and `, sql<SqlBool>`true`);
  if ("or" in condition) return joined(condition.or, sql` or `, sql<SqlBool>`false`);
  // An unknown (a comparison with an empty property) counts as not fulfilled, so its opposite is.
  if ("not" in condition) return sql<SqlBool>`(${compileUserCondition(condition.not)}) is not true`;
  return compileComparison(condition.compare);
}

function joined(
  conditions: readonly UserCondition[],
  word: RawBuilder<unknown>,
  empty: RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (conditions.length === 0) return empty;
  return sql<SqlBool>`(${sql.join(conditions.map(compileUserCondition), word)})`;
}

function compileComparison(comparison: UserComparison): RawBuilder<SqlBool> {
  if (comparison.property === "userId") return compileIdComparison(comparison);
  const { operator, value, property } = comparison;
  const column = sql.raw(columns[property]);
  switch (operator) {
    case "eq":
      return value === null ? sql`${column} is null` : sql`${column} = ${plain(value)}`;
    case "ne":
      return value === null ? sql`${column} is not null` : sql`${column} is distinct from ${plain(value)}`;
    case "ge":
    case "le":
    case "gt":
    case "lt":
      return sql`${column} ${sql.raw(operators[operator])} ${plain(value)}`;
    case "in":
      return sql`${column} = any(${value.map((one) => one.toLowerCase())}::text[])`;
    case "startsWith":
      return sql`${column}::text like ${`${likeText(value)}%`}`;
    case "endsWith":
      return sql`${column}::text like ${`%${likeText(value)}`}`;
    case "contains":
      return sql`${column}::text like ${`%${likeText(value)}%`}`;
    default:
      return compileListComparison(comparison);
  }
}

/** What is no object id equals none; the column is compared as it is, for its index. */
function compileIdComparison(
  comparison: Extract<UserComparison, { property: UserTextProperty }>,
): RawBuilder<SqlBool> {
  switch (comparison.operator) {
    case "eq":
      return sql`user_id = ${parseGuid<UserId>(comparison.value ?? "") ?? null}::uuid`;
    case "in":
      return sql`user_id = any(${comparison.value.flatMap((id) => parseGuid<UserId>(id) ?? [])}::uuid[])`;
    case "ne":
      return sql`user_id is distinct from ${parseGuid<UserId>(comparison.value ?? "") ?? null}::uuid`;
    default:
      return sql`false`;
  }
}

function compileListComparison(
  comparison: Extract<UserComparison, { operator: "any" | "anyStartsWith" | "anyEndsWith" }>,
): RawBuilder<SqlBool> {
  const { operator, value, property } = comparison;
  const column = sql.raw(columns[property]);
  if (operator === "any") return sql`${column} && ${listSpellings(property, value)}::text[]`;
  const pattern = operator === "anyStartsWith" ? `${likeText(value)}%` : `%${likeText(value)}`;
  return sql`exists (select from unnest(${column}) one where lower(one) like ${pattern})`;
}

/** Addresses are stored in lower case; the prefix of a proxy address tells the first (SMTP:) from the others (smtp:). */
function listSpellings(property: UserComparison["property"], value: string): string[] {
  const lowered = value.toLowerCase();
  if (property === "businessPhones") return [value];
  if (property !== "proxyAddresses" || !lowered.startsWith("smtp:")) return [lowered];
  return [lowered, `SMTP:${lowered.slice("smtp:".length)}`];
}

function plain(value: string | boolean | Date | null): string | boolean | Date | null {
  return typeof value === "string" ? value.toLowerCase() : value;
}

function likeText(text: string): string {
  return text.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`);
}
