import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { TenantId } from "../../foundation/identifiers.ts";
import { compileCondition } from "../../platform/database/compile-condition.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import {
  type ListedTable,
  type PageQuery,
  pageStatement,
  selectPage,
} from "../../platform/database/select-page.ts";
import { customValueColumns } from "./custom-value-store.ts";
import { isRelated, type ObjectRelation } from "./related-object-store.ts";
import { googleName } from "./rules/issuer-name.ts";
import type { User } from "./rules/user.ts";
import { anotherTenant, type UserCondition, type UserProperties } from "./rules/user-condition.ts";
import { userColumns, userFromRow } from "./user-row-store.ts";

/** Properties with the expression that their index is made on. */
const userTable: ListedTable<UserProperties> = {
  name: "user",
  id: "user_id",
  columns: {
    // Stored in lower case.
    userId: { type: "id", sql: "user_id" },
    kind: { type: "text", sql: "kind" },
    origin: { type: "text", sql: "origin" },
    redemptionState: { type: "text", sql: "redemption_state" },
    userPrincipalName: { type: "text", sql: "lower(user_principal_name)" },
    displayName: { type: "text", sql: "lower(display_name)" },
    mail: { type: "text", sql: "lower(mail)" },
    mailNickname: { type: "text", sql: "lower(mail_nickname)" },
    givenName: { type: "text", sql: "lower(given_name)" },
    surname: { type: "text", sql: "lower(surname)" },
    jobTitle: { type: "text", sql: "lower(job_title)" },
    department: { type: "text", sql: "lower(department)" },
    companyName: { type: "text", sql: "lower(company_name)" },
    officeLocation: { type: "text", sql: "lower(office_location)" },
    mobilePhone: { type: "text", sql: "lower(mobile_phone)" },
    preferredLanguage: { type: "text", sql: "lower(preferred_language)" },
    usageLocation: { type: "text", sql: "lower(usage_location)" },
    streetAddress: { type: "text", sql: "lower(street_address)" },
    city: { type: "text", sql: "lower(city)" },
    state: { type: "text", sql: "lower(state)" },
    postalCode: { type: "text", sql: "lower(postal_code)" },
    country: { type: "text", sql: "lower(country)" },
    employeeId: { type: "text", sql: "lower(employee_id)" },
    managerId: { type: "id", sql: "manager_id" },
    accountEnabled: { type: "flag", sql: "account_enabled" },
    showInAddressList: { type: "flag", sql: "show_in_address_list" },
    createdAt: { type: "moment", sql: "created_at" },
    redemptionStateChangedAt: { type: "moment", sql: "redemption_state_changed_at" },
    convertedAt: { type: "moment", sql: "converted_at" },
    deletedAt: { type: "moment", sql: "deleted_at" },
    lastInteractiveSignInAt: { type: "moment", sql: lastSignIn("interactive_at") },
    lastNonInteractiveSignInAt: { type: "moment", sql: lastSignIn("non_interactive_at") },
    lastSuccessfulSignInAt: { type: "moment", sql: lastSignIn("success_at") },
    otherMails: { type: "list", sql: "other_mails" },
    proxyAddresses: { type: "list", sql: "proxy_addresses", spellings: proxySpellings },
    businessPhones: { type: "list", sql: "business_phones", spellings: (value) => [value] },
    identities: {
      type: "objects",
      from: `external_identity identity
        where identity.tenant_id = "user".tenant_id and identity.user_id = "user".user_id`,
      fields: {
        issuer: {
          type: "text",
          sql: `case when identity.issuer like 'tenant:%' then '${anotherTenant}'
            when identity.provider_kind = 'google' then '${googleName}' else lower(identity.issuer) end`,
        },
        subject: {
          type: "text",
          sql: "case when identity.issuer like 'tenant:%' then null else lower(identity.subject) end",
        },
      },
    },
  },
};

function lastSignIn(column: string): string {
  return `(select activity.${column} from sign_in_activity activity
    where activity.tenant_id = "user".tenant_id and activity.user_id = "user".user_id)`;
}

/** Addresses are stored in lower case; the prefix of a proxy address tells the first (SMTP:) from the others (smtp:). */
function proxySpellings(value: string): string[] {
  const lowered = value.toLowerCase();
  return lowered.startsWith("smtp:") ? [lowered, `SMTP:${lowered.slice("smtp:".length)}`] : [lowered];
}

interface AmongUsers {
  /** Deleted users instead of the living ones. */
  readonly deleted?: boolean;
  /** Only users in this relation. */
  readonly related?: { readonly objectId: string; readonly relation: ObjectRelation } | undefined;
}

export interface UserPageQuery extends PageQuery<UserProperties>, AmongUsers {}

export interface UserCountQuery extends AmongUsers {
  readonly where?: UserCondition | undefined;
}

/** One page of users. */
export async function selectUserPage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: UserPageQuery,
): Promise<User[]> {
  const table = tableFor(query.where);
  const rows = await selectPage(handle, table, tenantId, query, selectUsers(handle, tenantId, query));
  return rows.map(userFromRow);
}

/** The statement behind a page, so that a test can look at its plan. */
export function selectUserPageQuery(handle: DatabaseHandle, tenantId: TenantId, query: UserPageQuery) {
  return pageStatement(tableFor(query.where), query, selectUsers(handle, tenantId, query));
}

/** How many users of the tenant fulfil the condition. */
export async function countUsersWhere(
  handle: DatabaseHandle,
  tenantId: TenantId,
  query: UserCountQuery,
): Promise<number> {
  const row = await handle
    .selectFrom("user")
    .select(sql<string>`count(*)`.as("count"))
    .where("tenantId", "=", tenantId)
    .where(among(tenantId, query))
    .where(compileCondition(tableFor(query.where).columns, query.where ?? { and: [] }))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function tableFor(where: UserCondition | undefined): ListedTable<UserProperties> {
  return { ...userTable, columns: { ...userTable.columns, ...customValueColumns(where) } };
}

function selectUsers(handle: DatabaseHandle, tenantId: TenantId, query: AmongUsers) {
  return handle
    .selectFrom("user")
    .select(userColumns)
    .where("tenantId", "=", tenantId)
    .where(among(tenantId, query));
}

function among(tenantId: TenantId, { deleted, related }: AmongUsers): RawBuilder<SqlBool> {
  const kept = deleted ? sql<SqlBool>`deleted_at is not null` : sql<SqlBool>`deleted_at is null`;
  return related ? sql<SqlBool>`${kept} and ${isRelated("userId", tenantId, related)}` : kept;
}
