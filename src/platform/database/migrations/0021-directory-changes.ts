import { type Kysely, sql } from "kysely";

/**
 * Which users, groups and memberships changed, for those who follow the directory (docs/decisions/directory-changes.md).
 * Triggers write it, one statement for all rows of a statement, so that no way of changing the directory can forget to.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const table = [
  // `member_id`: a member whose membership changed; the object itself where its own row did.
  `create table directory_change (
    tenant_id uuid not null,
    object_kind text not null check (object_kind in ('user', 'group')),
    changed_in xid8 not null default pg_current_xact_id(),
    object_id uuid not null,
    member_id uuid not null,
    member_kind text,
    changed_at timestamptz not null default now(),
    primary key (tenant_id, object_kind, changed_in, object_id, member_id)
  )`,
  "create index directory_change_age on directory_change using brin (changed_at)",
];

interface Noted {
  readonly name: string;
  readonly table: string;
  readonly event: "insert" | "update" | "delete";
  readonly notes: readonly string[];
}

/** A trigger that sees all rows of a statement, as they were (`before`) and as they are (`after`). */
function note({ name, table: on, event, notes }: Noted): string[] {
  const rows = {
    insert: "new table as after",
    update: "old table as before new table as after",
    delete: "old table as before",
  };
  return [
    `create function ${name}() returns trigger language plpgsql as $body$
      begin
        ${notes.map((select) => `insert into directory_change (tenant_id, object_kind, object_id, member_id, member_kind) ${select} on conflict do nothing;`).join("\n")}
        return null;
      end
    $body$`,
    `create trigger ${name} after ${event} on ${on} referencing ${rows[event]}
      for each statement execute function ${name}()`,
  ];
}

/** What of a row is nobody's to see. */
const hidden = `array['password_hash', 'password_changed_at']`;

function changedRows(kind: "user" | "group"): string {
  return `select tenant_id, '${kind}', ${kind}_id, ${kind}_id, null from after join before using (tenant_id, ${kind}_id)
    where to_jsonb(after) - ${hidden} <> to_jsonb(before) - ${hidden}`;
}

/** Whoever is deleted or restored leaves their groups or comes back to them. */
function changedMemberships(kind: string, id: string): string {
  return `select after.tenant_id, 'group', member.group_id, member.member_id, '${kind}'
    from after join before using (tenant_id, ${id})
    join group_member member on member.tenant_id = after.tenant_id and member.member_id = after.${id}
    where after.deleted_at is distinct from before.deleted_at`;
}

function ofObjects(kind: "user" | "group"): string[] {
  const on = `"${kind}"`;
  const rows = (from: string) => `select tenant_id, '${kind}', ${kind}_id, ${kind}_id, null from ${from}`;
  return [
    ...note({ name: `note_${kind}_added`, table: on, event: "insert", notes: [rows("after")] }),
    ...note({
      name: `note_${kind}_changed`,
      table: on,
      event: "update",
      notes: [changedRows(kind), changedMemberships(kind, `${kind}_id`)],
    }),
    ...note({ name: `note_${kind}_removed`, table: on, event: "delete", notes: [rows("before")] }),
  ];
}

const memberships = (from: string) =>
  `select tenant_id, 'group', group_id, member_id, member_kind from ${from}`;

const triggers = [
  ...ofObjects("user"),
  ...ofObjects("group"),
  ...note({
    name: "note_member_added",
    table: "group_member",
    event: "insert",
    notes: [memberships("after")],
  }),
  ...note({
    name: "note_member_removed",
    table: "group_member",
    event: "delete",
    notes: [memberships("before")],
  }),
  ...note({
    name: "note_service_principal_changed",
    table: "service_principal",
    event: "update",
    notes: [changedMemberships("service-principal", "service_principal_id")],
  }),
];

const statements = [...table, ...triggers];
