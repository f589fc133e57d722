import { type Kysely, sql } from "kysely";

/**
 * How an organisation's pages look and what they say beside our own words, in general and by language. The colour
 * of buttons, a property of the tenant until now, is a part of it. Pictures are kept apart: pages need only to know
 * that they exist.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table branding (
    tenant_id uuid not null references tenant,
    locale text not null,
    accent_colour text,
    background_colour text,
    layout text,
    sign_in_text text,
    user_name_hint text,
    privacy_text text,
    privacy_url text,
    terms_text text,
    terms_url text,
    password_reset_text text,
    password_reset_url text,
    primary key (tenant_id, locale)
  )`,
  `create table branding_asset (
    tenant_id uuid not null,
    locale text not null,
    kind text not null,
    media_type text not null,
    digest text not null,
    content bytea not null,
    primary key (tenant_id, locale, kind),
    foreign key (tenant_id, locale) references branding on delete cascade
  )`,
  `insert into branding (tenant_id, locale, accent_colour)
    select tenant_id, 'default', accent_colour from tenant where accent_colour is not null`,
  "alter table tenant drop column accent_colour",
];
