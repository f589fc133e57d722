/** What a person may be called in an assertion (SAML Core section 8.3). */
export type NameIdFormat = "persistent" | "email-address" | "transient" | "unspecified";

/** The formats as assertions and requests name them. */
export const nameIdFormats: Readonly<Record<NameIdFormat, string>> = {
  persistent: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
  "email-address": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
  transient: "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
  unspecified: "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
};
/** The format behind a name; undefined for one that is not served. */
export function nameIdFormatOf(name: string): NameIdFormat | undefined {
  return (Object.keys(nameIdFormats) as NameIdFormat[]).find((format) => nameIdFormats[format] === name);
}
