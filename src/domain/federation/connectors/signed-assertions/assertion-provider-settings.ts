import { z } from "zod";
import type { Result } from "../../../../foundation/result.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import { mayBeCalled } from "../rules/may-be-called.ts";
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

/** What an administrator says about a provider that signs assertions: the address of its metadata, or what stands there. */
export const typedAssertionSettings = z.strictObject({
  metadataUrl: address.nullish(),
  issuer: entityId.nullish(),
  signInUrl: address.nullish(),
  certificates: z.array(certificate).min(1).max(10).nullish(),
});

/** What is stored of such a provider. */
export const assertionSettings = z.object({
  metadataUrl: z.string().optional(),
  issuer: z.string(),
  signInUrl: z.string(),
  /** Base64 of DER. While a provider rolls its key over there are several. */
  certificates: z.array(z.string()).min(1),
});

export type AssertionSettings = z.infer<typeof assertionSettings>;

/** What a provider's metadata says: who it is, where people sign in, and all certificates it may sign with. */
export type PublishedSettings = Omit<AssertionSettings, "metadataUrl">;

/** Reads the metadata of one kind of provider. */
export type ReadMetadata = (text: string) => Promise<Result<PublishedSettings, ConnectorRefusal>>;
