import { z } from "zod";

const id = z.string().max(200);

/** `PUT …/overridesPages/{page}/$value`: entries that do not say `Override` are passed over. */
export const pageTextsBody = z.strictObject({
  LocalizedStrings: z
    .array(
      z.strictObject({
        ElementType: z.enum(["UxElement", "ClaimType", "ErrorMessage"]),
        ElementId: id.nullish(),
        StringId: id,
        Override: z.boolean(),
        Value: z.string(),
      }),
    )
    .max(1000)
    .nullish(),
  LocalizedCollections: z
    .array(
      z.strictObject({
        ElementType: z.literal("ClaimType"),
        ElementId: id,
        TargetCollection: z.literal("Restriction"),
        Override: z.boolean(),
        Items: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).max(300),
      }),
    )
    .max(100)
    .nullish(),
});
