import { z } from "zod";
import type { TenantChanges } from "../../../../domain/directory/change-tenant.ts";
import { type EmailAddress, parseEmailAddress } from "../../../../foundation/email-address.ts";
import { readChanges } from "../../odata/read-changes.ts";

const line = z
  .string()
  .trim()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

const address = z.string().transform((typed, context): EmailAddress => {
  const parsed = parseEmailAddress(typed);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "must be an e-mail address" });
  return z.NEVER;
});

/** The body of `PATCH /organization/{id}`; null empties. */
export const organizationBody = z
  .strictObject({
    displayName: line,
    preferredLanguage: z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "must be a language tag"),
    privacyProfile: z
      .strictObject({
        contactEmail: address.nullable(),
        statementUrl: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .nullable(),
      })
      .partial(),
    technicalNotificationMails: z.array(address).max(20),
  })
  .partial();

/** Reads that body; throws 400 naming what cannot be changed so. */
export function readTenantChanges(body: Record<string, unknown>): TenantChanges {
  const read = readChanges(organizationBody, "Organization", body);
  const { displayName, preferredLanguage, privacyProfile, technicalNotificationMails } = read;
  const { contactEmail, statementUrl } = privacyProfile ?? {};
  return {
    ...(displayName !== undefined && { displayName }),
    ...(preferredLanguage !== undefined && { defaultLanguage: preferredLanguage }),
    ...(contactEmail !== undefined && { contactEmail }),
    ...(statementUrl !== undefined && { privacyStatementUrl: statementUrl }),
    ...(technicalNotificationMails !== undefined && { technicalContacts: technicalNotificationMails }),
  };
}
