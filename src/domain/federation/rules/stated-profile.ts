/** Texts about a person, by the property of a user that they could fill. */
export type StatedProfile = Readonly<
  Partial<
    Record<
      "givenName" | "surname" | "jobTitle" | "streetAddress" | "postalCode" | "city" | "state" | "country",
      string
    >
  >
>;
