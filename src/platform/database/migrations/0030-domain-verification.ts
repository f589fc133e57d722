import { type Kysely, sql } from "kysely";

/** What an organisation publishes to prove a domain, and whom to write to about technical matters. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  "alter table tenant_domain add column verification_code text",
  "create unique index tenant_domain_one_default on tenant_domain (tenant_id) where is_default",
  "alter table tenant add column technical_contacts text[] not null default '{}'",
];
