import type { CustomValue } from "../../directory/rules/user.ts";
import type { ConnectorStep } from "./api-connector.ts";
import { type BuiltInAttributeId, builtInAttributes } from "./sign-up-attribute.ts";

/** What the API is asked about. */
export interface ConnectorQuestion {
  readonly step: ConnectorStep;
  readonly email: string;
  /** Providers outside this deployment and the mailed code; members of an organisation are known by their address. */
  readonly identity: { readonly issuer: string; readonly subject: string } | undefined;
  /** What is known of the person by now, by attribute. */
  readonly values: Readonly<Record<string, CustomValue>>;
  readonly languageTag: string;
  readonly applicationId: string;
}

const stepNames: Record<ConnectorStep, string> = {
  "after-proof": "PostFederationSignup",
  "before-creation": "PostAttributeCollection",
};

/**
 * The body of a call, as Entra sends it: properties of the person under the names that Graph has for them, those
 * without a value left out. The first step calls the family name `lastName` too, since there Entra's samples do.
 */
export function connectorRequest(question: ConnectorQuestion): Readonly<Record<string, unknown>> {
  const { step, email, identity, values, languageTag, applicationId } = question;
  const properties = Object.entries(values).flatMap(([attributeId, value]) =>
    isEmpty(value) ? [] : [[propertyOf(attributeId), value] as const],
  );
  const family = properties.find(([name]) => name === "surname");
  return {
    step: stepNames[step],
    client_id: applicationId,
    ui_locales: languageTag,
    email,
    ...(identity && {
      identities: [{ signInType: "federated", issuer: identity.issuer, issuerAssignedId: identity.subject }],
    }),
    ...Object.fromEntries(properties),
    ...(step === "after-proof" && family && { lastName: family[1] }),
  };
}

/** The name under which an attribute travels. */
function propertyOf(attributeId: string): string {
  return Object.hasOwn(builtInAttributes, attributeId)
    ? builtInAttributes[attributeId as BuiltInAttributeId].property
    : attributeId;
}

function isEmpty(value: CustomValue): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}

/** The attribute that a name in an answer means; the client id in the name of a custom one may be left out. */
export function attributeOfProperty(name: string, attributeIds: readonly string[]): string | undefined {
  const short = /^extension_(.+)$/i.exec(name)?.[1]?.toLowerCase();
  return attributeIds.find((attributeId) => {
    const property = propertyOf(attributeId).toLowerCase();
    if (property === name.toLowerCase()) return true;
    return (
      short !== undefined &&
      property.replace(/^extension_[0-9a-f]{32}_/, "extension_") === `extension_${short}`
    );
  });
}
