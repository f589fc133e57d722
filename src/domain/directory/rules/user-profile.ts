/** Texts that say something of a person and decide nothing. */
const profileProperties = [
  "givenName",
  "surname",
  "jobTitle",
  "department",
  "companyName",
  "employeeId",
  "officeLocation",
  "streetAddress",
  "city",
  "state",
  "postalCode",
  "country",
  "mobilePhone",
  "preferredLanguage",
  "usageLocation",
] as const;

/** What of them is told; null empties. */
export type UserProfile = { readonly [Name in (typeof profileProperties)[number]]?: string | null };

/** The profile among other properties. */
export function profileIn(properties: UserProfile): UserProfile {
  return Object.fromEntries(
    profileProperties.flatMap((name) => (properties[name] === undefined ? [] : [[name, properties[name]]])),
  );
}
