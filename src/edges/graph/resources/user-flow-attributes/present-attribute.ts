import type { SignUpAttribute } from "../../../../domain/signup/rules/sign-up-attribute.ts";
import { wireTypes } from "./attribute-body.ts";

const wireOrigins = {
  "built-in": { type: "identityBuiltInUserFlowAttribute", origin: "builtIn" },
  custom: { type: "identityCustomUserFlowAttribute", origin: "custom" },
} as const satisfies Record<SignUpAttribute["origin"], object>;

/** An attribute as the wire shows it. */
export function presentAttribute(attribute: SignUpAttribute): Record<string, unknown> {
  const { attributeId, displayName, description, dataType, origin } = attribute;
  return {
    "@odata.type": `#microsoft.graph.${wireOrigins[origin].type}`,
    id: attributeId,
    displayName,
    description,
    userFlowAttributeType: wireOrigins[origin].origin,
    dataType: wireTypes[dataType],
  };
}
