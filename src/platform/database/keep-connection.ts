import pg from "pg";
import type { DatabaseConnection } from "./open-pool.ts";

/** One connection of its own, for what must outlive a single query: a lock held as long as the process lives. */
export interface KeptConnection {
  readonly client: pg.Client;
  close(): Promise<void>;
}

/** Opens a connection outside the pool; `onLost` is called once when it breaks before it is closed. */
export async function keepConnection(
  connection: DatabaseConnection,
  onLost: () => void,
): Promise<KeptConnection> {
  const client = new pg.Client({ ...connection, application_name: "guesthouse-seat", keepAlive: true });
  let isOpen = true;
  const lose = (): void => {
    if (!isOpen) return;
    isOpen = false;
    onLost();
  };
  // Without a listener a broken connection would end the process.
  client.on("error", lose);
  client.on("end", lose);
  await client.connect();
  return {
    client,
    async close() {
      isOpen = false;
      await client.end().catch(() => undefined);
    },
  };
}
