import type { z } from "zod";
import type { AttributeAssignment, InputKind } from "../../../../domain/signup/rules/attribute-assignment.ts";
import { type assignmentChangesBody, wireInputs } from "./assignment-body.ts";

/** A question of a flow as the wire shows it. */
export function presentAssignment(assignment: AttributeAssignment): Record<string, unknown> {
  const { attributeId, label, isRequired, requiresVerification, input, choices } = assignment;
  return {
    id: attributeId,
    displayName: label,
    isOptional: !isRequired,
    requiresVerification,
    userInputType: wireInputs[input],
    userAttributeValues: choices.map(({ label: name, value, isDefault }) => ({ name, value, isDefault })),
  };
}

/** What a body says of a question, in the domain's words. */
export function changesInBody(
  body: z.output<typeof assignmentChangesBody>,
): Partial<Omit<AttributeAssignment, "attributeId">> {
  const { displayName, isOptional, requiresVerification, userInputType, userAttributeValues } = body;
  const input = (Object.keys(wireInputs) as InputKind[]).find((kind) => wireInputs[kind] === userInputType);
  return {
    ...(displayName !== undefined && { label: displayName.trim() }),
    ...(isOptional !== undefined && { isRequired: !isOptional }),
    ...(requiresVerification !== undefined && { requiresVerification }),
    ...(input !== undefined && { input }),
    ...(userAttributeValues !== undefined && {
      choices: userAttributeValues.map(({ name, value, isDefault }) => ({
        label: name.trim(),
        value,
        isDefault: isDefault ?? false,
      })),
    }),
  };
}
