import type { z } from "zod";

/** Permissions over Graph, any one of which is enough, and what the operation does. */
export interface OperationRow {
  /** What it does, in a few words: for the documentation and the OpenAPI description. */
  readonly summary: string;
  /** On behalf of a person, whose own rights limit the call further. */
  readonly delegated: readonly string[];
  /** On behalf of a person, and only where the object is that person. */
  readonly own?: readonly string[];
  /** For an application that acts as itself. */
  readonly application: readonly string[];
  /** What its body may hold, where a schema reads it: for the OpenAPI description. */
  readonly body?: z.ZodType;
}

/** Rows by method and path: `GET /users/:id`. */
export type OperationTable = Readonly<Record<string, OperationRow>>;
