import { type Kysely, sql } from "kysely";

/**
 * Which registrations and service principals changed, for those who follow the directory
 * (docs/decisions/directory-changes.md). What a service principal shows is partly its registration's: a change there
 * counts as one of every presence, in whichever tenant.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const noting = "insert into directory_change (tenant_id, object_kind, object_id, member_id)";
const once = "on conflict do nothing;";

const registration = "'application', object_id, object_id";
const presence = "'service-principal', service_principal_id, service_principal_id";
/** Of the registrations in `changed`. */
const everyPresence = `select principal.tenant_id, 'service-principal', principal.service_principal_id,
  principal.service_principal_id from service_principal principal
  where principal.application_id in (select application.application_id from changed
    join application on application.tenant_id = changed.tenant_id and application.object_id = changed.object_id)`;

const rowsOf = {
  insert: "new table as changed",
  update: "old table as before new table as changed",
  delete: "old table as changed",
};

type Event = keyof typeof rowsOf;

function noteOn(table: string, event: Event, notes: readonly string[]): string[] {
  const name = `note_${table}_${event}`;
  return [
    `create function ${name}() returns trigger language plpgsql as $body$
      begin
        ${notes.join("\n")}
        return null;
      end
    $body$`,
    `create trigger ${name} after ${event} on ${table} referencing ${rowsOf[event]}
      for each statement execute function ${name}()`,
  ];
}

const isChanged = (key: string) => `from changed join before using (tenant_id, ${key})
  where to_jsonb(changed) <> to_jsonb(before)`;

const registrations = [
  ...noteOn("application", "insert", [`${noting} select tenant_id, ${registration} from changed ${once}`]),
  ...noteOn("application", "update", [
    `${noting} select changed.tenant_id, ${registration} ${isChanged("object_id")} ${once}`,
    `${noting} ${everyPresence} and exists (select ${isChanged("object_id")}) ${once}`,
  ]),
  ...noteOn("application", "delete", [`${noting} select tenant_id, ${registration} from changed ${once}`]),
];

const presences = [
  ...noteOn("service_principal", "insert", [`${noting} select tenant_id, ${presence} from changed ${once}`]),
  ...noteOn("service_principal", "update", [
    `${noting} select changed.tenant_id, ${presence} ${isChanged("service_principal_id")} ${once}`,
  ]),
  ...noteOn("service_principal", "delete", [`${noting} select tenant_id, ${presence} from changed ${once}`]),
];

/** Parts of a registration in tables of their own, and whether its presences show them too. */
const parts = [
  { table: "application_redirect_uri", isShownByPresences: true },
  { table: "application_role", isShownByPresences: true },
  { table: "application_scope", isShownByPresences: true },
  { table: "application_secret", isShownByPresences: false },
  { table: "application_certificate", isShownByPresences: false },
].flatMap(({ table, isShownByPresences }) =>
  (["insert", "update", "delete"] as const).flatMap((event) =>
    noteOn(table, event, [
      `${noting} select tenant_id, ${registration} from changed ${once}`,
      ...(isShownByPresences ? [`${noting} ${everyPresence} ${once}`] : []),
    ]),
  ),
);

const statements = [
  `alter table directory_change drop constraint directory_change_object_kind_check,
    add constraint directory_change_object_kind_check
      check (object_kind in ('user', 'group', 'application', 'service-principal'))`,
  "create index service_principal_of_application on service_principal (application_id)",
  ...registrations,
  ...presences,
  ...parts,
];
