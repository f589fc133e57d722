import type { ColumnType } from "kysely";

/** jsonb: read as a parsed value, written as JSON text so that arrays are not taken for SQL arrays. */
export type Json<Value> = ColumnType<Value, string, string>;
export type JsonWithDefault<Value> = ColumnType<Value, string | undefined, string>;
export type OptionalJson<Value> = ColumnType<Value | null, string | null | undefined, string | null>;
export type WithDefault<Value> = ColumnType<Value, Value | undefined, Value>;
export type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;
/** jsonb that may be absent; what is in it its store knows. */
export type NullableJson = ColumnType<unknown, string | null | undefined, string | null>;
