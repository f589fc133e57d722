import { z } from "zod";
import { isSomePeriod, type Period } from "../../../../domain/agreements/rules/period.ts";

const name = z.string().trim().min(1).max(256);

/** ISO 8601: a span of days, weeks, months and years, such as `P90D`. */
const period = z.iso.duration().transform((text, context): Period => {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(text);
  const [, years = "0", months = "0", weeks = "0", days = "0"] = parts ?? [];
  const read = { months: Number(years) * 12 + Number(months), days: Number(weeks) * 7 + Number(days) };
  if (!isSomePeriod(read) || read.months > 1200 || read.days > 36_500)
    context.addIssue("is a number of days, months or years such as P90D, and at most a hundred years");
  return read;
});

const fileProperties = {
  fileName: z.string().trim().min(1).max(200),
  displayName: name.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "is a language tag such as en or pt-BR")
    .transform((tag) => tag.toLowerCase()),
  isDefault: z.boolean().default(false),
  fileData: z.strictObject({
    data: z
      .base64()
      .min(1)
      .transform((text) => Buffer.from(text, "base64")),
  }),
};

const file = z.strictObject({ ...fileProperties, isMajorVersion: z.boolean().optional() });

/** The body of `POST …/agreements/{id}/files`. */
export const newFileBody = z.strictObject({ ...fileProperties, isMajorVersion: z.boolean().default(false) });

/** The body of `PATCH …/agreements/{id}`; what else there is needs a new agreement. */
export const agreementChangesBody = z
  .strictObject({ displayName: name, isViewingBeforeAcceptanceRequired: z.boolean() })
  .partial();

/** The body of `POST …/agreements`: the documents stand in `files`, or in `file` as its localizations. */
export const newAgreementBody = z
  .strictObject({
    displayName: name,
    isViewingBeforeAcceptanceRequired: z.boolean().default(false),
    isPerDeviceAcceptanceRequired: z
      .literal(false, { error: "is not offered: acceptances are of people, not of devices" })
      .optional(),
    termsExpiration: z
      .strictObject({ startDateTime: z.iso.datetime({ offset: true }), frequency: period.nullish() })
      .nullish(),
    userReacceptRequiredFrequency: period.nullish(),
    files: z.array(file).optional(),
    file: z.strictObject({ localizations: z.array(file) }).optional(),
  })
  .refine(({ files, file: one }) => (files === undefined) !== (one === undefined), {
    path: ["files"],
    message: "holds the documents; 'file' does in its place, not beside it",
  });
