import type { Kysely, Transaction } from "kysely";
import type { DatabaseSchema } from "./database-schema.ts";

/** The database outside a transaction. */
export type Database = Kysely<DatabaseSchema>;

/** The database inside a transaction: everything done through it is kept together or not at all. */
export type DatabaseTransaction = Transaction<DatabaseSchema>;

/** For stores that work in and outside a transaction. */
export type DatabaseHandle = Database | DatabaseTransaction;
