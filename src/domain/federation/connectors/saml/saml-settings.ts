import { z } from "zod";
import { mayBeCalled } from "../may-be-called.ts";
import { readCertificate } from "./read-certificate.ts";

const address = z.url().max(1000).refine(mayBeCalled, "must be https");

/** SAML Core section 8.3.6: an entity id is a URI of at most 1024 characters. */
const entityId = z.string().trim().min(1).max(1024);

const certificate = z
  .string()
  .max(10_000)
  .transform((text, context) => {
    const read = readCertificate(text);
    if (read !== undefined) return read;
    context.addIssue({
      code: "custom",
      message: "must be an X.509 certificate (PEM or Base64) with an RSA key of 2048 bits at least",
    });
    return z.NEVER;
  });

/** What an administrator says about a SAML provider: the address of its metadata, or what stands there. */
export const typedSamlSettings = z.strictObject({
  metadataUrl: address.nullish(),
  issuer: entityId.nullish(),
  signInUrl: address.nullish(),
  certificates: z.array(certificate).min(1).max(10).nullish(),
});

/** What is stored of a SAML provider. */
export const samlSettings = z.object({
  metadataUrl: z.string().optional(),
  issuer: z.string(),
  signInUrl: z.string(),
  /** Base64 of DER. While a provider rolls its key over there are several. */
  certificates: z.array(z.string()).min(1),
});

export type SamlSettings = z.infer<typeof samlSettings>;
