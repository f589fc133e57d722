import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";
import type pg from "pg";

const createTable = `
  create table if not exists stored_model (
    kind text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    user_code text,
    uid text,
    expires_at timestamptz,
    consumed_at timestamptz,
    primary key (kind, id)
  );
  create index if not exists stored_model_grant on stored_model (grant_id) where grant_id is not null;
  create index if not exists stored_model_uid on stored_model (kind, uid) where uid is not null;
  create index if not exists stored_model_user_code on stored_model (kind, user_code) where user_code is not null`;

const columns =
  "payload, extract(epoch from consumed_at)::int as consumed, (expires_at is null or expires_at > now()) as is_valid";

/**
 * Keeps what the reference stores in one table of PostgreSQL, with an index for each way it is looked up and with
 * prepared statements: as well as an adapter for it can do.
 */
export async function postgresAdapter(pool: pg.Pool): Promise<AdapterFactory> {
  await pool.query(createTable);
  return (kind) => adapterOf(pool, kind);
}

function adapterOf(pool: pg.Pool, kind: string): Adapter {
  const findBy = async (column: "id" | "uid" | "user_code", value: string) => {
    const { rows } = await pool.query({
      name: `find-by-${column}`,
      text: `select ${columns} from stored_model where kind = $1 and ${column} = $2`,
      values: [kind, value],
    });
    return payloadOf(rows[0]);
  };
  return {
    async upsert(id, payload, expiresIn) {
      await pool.query({
        name: "upsert",
        text: `insert into stored_model (kind, id, payload, grant_id, user_code, uid, expires_at)
          values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
          on conflict (kind, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
            user_code = excluded.user_code, uid = excluded.uid, expires_at = excluded.expires_at`,
        values: [
          kind,
          id,
          JSON.stringify(payload),
          payload.grantId ?? null,
          payload.userCode ?? null,
          payload.uid ?? null,
          expiresIn || null,
        ],
      });
    },
    find: (id) => findBy("id", id),
    findByUid: (uid) => findBy("uid", uid),
    findByUserCode: (userCode) => findBy("user_code", userCode),
    async consume(id) {
      await pool.query({
        name: "consume",
        text: "update stored_model set consumed_at = now() where kind = $1 and id = $2",
        values: [kind, id],
      });
    },
    async destroy(id) {
      await pool.query({
        name: "destroy",
        text: "delete from stored_model where kind = $1 and id = $2",
        values: [kind, id],
      });
    },
    async revokeByGrantId(grantId) {
      await pool.query({
        name: "revoke",
        text: "delete from stored_model where grant_id = $1",
        values: [grantId],
      });
    },
  };
}

interface StoredRow {
  readonly payload: AdapterPayload;
  readonly consumed: number | null;
  readonly is_valid: boolean;
}

function payloadOf(row: StoredRow | undefined): AdapterPayload | undefined {
  if (!row?.is_valid) return undefined;
  return row.consumed === null ? row.payload : { ...row.payload, consumed: row.consumed };
}
