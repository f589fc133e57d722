import { z } from "zod";
import type { AttributeType } from "../../../../domain/signup/rules/sign-up-attribute.ts";

/** `dataType` on the wire. */
export const wireTypes = {
  text: "string",
  flag: "boolean",
  number: "int64",
  moment: "dateTime",
  texts: "stringCollection",
} as const satisfies Record<AttributeType, string>;

const line = z
  .string()
  .max(256)
  .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

const wireType = z
  .string()
  .transform((typed) => {
    const name = typed.toLowerCase();
    return Object.values(wireTypes).find((wire) => wire.toLowerCase() === name) ?? typed;
  })
  .pipe(z.enum(Object.values(wireTypes)));

/** `POST /identity/userFlowAttributes`. */
export const attributeBody = z.strictObject({
  displayName: line,
  description: line.nullish().describe("Shown to people below the field."),
  dataType: wireType,
});

/** `PATCH /identity/userFlowAttributes/{id}`. */
export const attributeChangesBody = z
  .strictObject({ id: z.string(), displayName: line, description: line })
  .partial();
