import { z } from "zod";
import { readCertificate } from "./read-certificate.ts";

/** SAML Metadata section 2.4.1.1. */
export const keyDescriptors = z
  .array(
    z.object({
      $: z.object({ use: z.string().optional() }).optional(),
      KeyInfo: z
        .array(
          z.object({
            X509Data: z
              .array(z.object({ X509Certificate: z.array(z.object({ _: z.string() })).default([]) }))
              .default([]),
          }),
        )
        .default([]),
    }),
  )
  .default([]);

/** The certificates of those keys that a provider may sign with: those that are not only for encryption. */
export function signingCertificates(keys: z.infer<typeof keyDescriptors>): readonly string[] {
  const certificates = keys
    .filter(({ $ }) => $?.use !== "encryption")
    .flatMap(({ KeyInfo }) => KeyInfo)
    .flatMap(({ X509Data }) => X509Data)
    .flatMap(({ X509Certificate }) => X509Certificate)
    .flatMap(({ _ }) => readCertificate(_) ?? []);
  return [...new Set(certificates)];
}

export const noCertificate = "The metadata has no signing certificate with an RSA key of 2048 bits at least.";
