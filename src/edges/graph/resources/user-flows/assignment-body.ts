import { z } from "zod";
import type { InputKind } from "../../../../domain/signup/rules/attribute-assignment.ts";

/** `userInputType` on the wire. */
export const wireInputs = {
  "text-box": "textBox",
  date: "dateTimeDropdown",
  radio: "radioSingleSelect",
  dropdown: "dropdownSingleSelect",
  "e-mail": "emailBox",
  "check-boxes": "checkboxMultiSelect",
} as const satisfies Record<InputKind, string>;

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

/** Clients write it in any case of letters. */
const wireInput = z
  .string()
  .transform((typed) => {
    const name = typed.toLowerCase();
    return Object.values(wireInputs).find((wire) => wire.toLowerCase() === name) ?? typed;
  })
  .pipe(z.enum(Object.values(wireInputs)));

const properties = {
  displayName: line(256).describe("What the field is called in this flow; without it as the attribute is."),
  isOptional: z.boolean(),
  requiresVerification: z.boolean(),
  userInputType: wireInput,
  userAttributeValues: z
    .array(z.strictObject({ name: line(256), value: line(256), isDefault: z.boolean().nullish() }))
    .max(300),
};

/** `POST …/userAttributeAssignments`. */
export const assignmentBody = z.strictObject({
  id: z.string().optional(),
  ...z.strictObject(properties).partial().shape,
  userAttribute: z.looseObject({ id: z.string().max(200) }),
});

/** `PATCH …/userAttributeAssignments/{id}`. */
export const assignmentChangesBody = z.strictObject({ id: z.string(), ...properties }).partial();

/** `POST …/userAttributeAssignments/setOrder`. */
export const assignmentOrderBody = z.strictObject({
  newAssignmentOrder: z.strictObject({ order: z.array(z.string().max(200)).max(100) }),
});
