import { z } from "zod";
import { mayBeCalled } from "../rules/may-be-called.ts";

const clientId = z.string().trim().min(1).max(256);

export const facebookSettings = z.strictObject({ clientId });

/** GitHub itself, or a server of a company: of that one only the origin is told. */
export const githubSettings = z.strictObject({
  clientId,
  enterpriseUrl: z
    .url()
    .max(1000)
    .refine(mayBeCalled, "must be https")
    .transform((text) => new URL(text).origin)
    .optional(),
});
