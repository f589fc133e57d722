/** What can be stored: a text, a yes or no, a whole number, a moment, or several texts. */
export type AttributeType = "text" | "flag" | "number" | "moment" | "texts";

/** Something that people can be asked when they sign up. */
export interface SignUpAttribute {
  /** Permanent, and the same on the wire. */
  readonly attributeId: string;
  readonly displayName: string;
  readonly description: string;
  /** Never changes: values of it are stored. */
  readonly dataType: AttributeType;
  readonly origin: "built-in" | "custom";
}

/** The property of a user that a built-in attribute fills, and how long it may be. */
interface BuiltIn {
  readonly displayName: string;
  readonly property:
    | "city"
    | "country"
    | "displayName"
    | "givenName"
    | "jobTitle"
    | "postalCode"
    | "state"
    | "streetAddress"
    | "surname";
  readonly longest: number;
}

/** Those that every tenant has. The address is not among them: it is proved, not asked. */
export const builtInAttributes = {
  City: { displayName: "City", property: "city", longest: 128 },
  Country: { displayName: "Country/Region", property: "country", longest: 128 },
  DisplayName: { displayName: "Display Name", property: "displayName", longest: 256 },
  GivenName: { displayName: "Given Name", property: "givenName", longest: 64 },
  JobTitle: { displayName: "Job Title", property: "jobTitle", longest: 128 },
  PostalCode: { displayName: "Postal Code", property: "postalCode", longest: 40 },
  State: { displayName: "State/Province", property: "state", longest: 128 },
  StreetAddress: { displayName: "Street Address", property: "streetAddress", longest: 1024 },
  Surname: { displayName: "Surname", property: "surname", longest: 64 },
} as const satisfies Readonly<Record<string, BuiltIn>>;

export type BuiltInAttributeId = keyof typeof builtInAttributes;

/** Whether a tenant has this attribute without having made it. */
function isBuiltIn(attributeId: string): attributeId is BuiltInAttributeId {
  return Object.hasOwn(builtInAttributes, attributeId);
}

/** The built-in attributes as attributes among others. */
export const allBuiltInAttributes: readonly SignUpAttribute[] = Object.entries(builtInAttributes).map(
  ([attributeId, { displayName }]) => ({
    attributeId,
    displayName,
    description: `${displayName} of the person.`,
    dataType: "text",
    origin: "built-in",
  }),
);

/** What a profile says, by the built-in attribute that it would fill. */
export function knownAttributes(
  profile: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(builtInAttributes).flatMap(([attributeId, { property }]) => {
      const value = profile[property];
      return value === undefined ? [] : [[attributeId, value] as const];
    }),
  );
}

/** How long a text may be. */
export function longestText(attributeId: string): number {
  return isBuiltIn(attributeId) ? builtInAttributes[attributeId].longest : longestCustomText;
}

const longestCustomText = 1024;

/** The client id in the id of a custom attribute: an id that the log can keep, beside the attribute's own. */
export function extensionsApplicationIn(attributeId: string): string {
  const hex = attributeId.split("_")[1] ?? "";
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export const mostCustomAttributes = 100;

/**
 * The id of an attribute that a tenant makes: the client id of its extensions application without dashes, and the
 * name without what a property's name cannot have. Undefined where nothing of the name is left.
 */
export function customAttributeId(extensionsApplicationId: string, displayName: string): string | undefined {
  const name = displayName
    .trim()
    .replace(/\s+(\S)/gu, (_all, letter: string) => letter.toUpperCase())
    .replace(/\W/g, "");
  if (!/^[A-Za-z]\w{0,59}$/.test(name)) return undefined;
  return `extension_${extensionsApplicationId.replaceAll("-", "")}_${name}`;
}
