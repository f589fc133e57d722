import { z } from "zod";

const text = z.string().max(2048);

/** The body of `POST /applications/{id}/federatedIdentityCredentials`. */
export const federatedCredentialBody = z.strictObject({
  name: text,
  issuer: text,
  subject: text,
  audiences: z.array(text).max(10),
  description: text.nullish(),
});

/** The body of `PATCH /applications/{id}/federatedIdentityCredentials/{id}`. */
export const federatedCredentialChangesBody = federatedCredentialBody.partial();
