import { type Kysely, sql } from "kysely";

/** How people sign in to an application of a tenant: at `/saml2` only those may ask that a tenant set to SAML. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table service_principal add column single_sign_on_mode text
        check (single_sign_on_mode in ('saml', 'oidc', 'not-supported'))`,
    )
    .execute(database);
}
