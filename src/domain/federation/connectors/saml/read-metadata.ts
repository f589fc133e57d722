import { z } from "zod";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import { parseXml } from "../../../../platform/xml/parse-xml.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import { mayBeCalled } from "../may-be-called.ts";
import { readCertificate } from "./read-certificate.ts";
import type { SamlSettings } from "./saml-settings.ts";

const redirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

const keyDescriptor = z.object({
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
});

/** SAML Metadata sections 2.3.2 and 2.4.3, as far as signing in needs it. */
const metadata = z.object({
  EntityDescriptor: z.object({
    $: z.object({ entityID: z.string().trim().min(1).max(1024) }),
    IDPSSODescriptor: z
      .array(
        z.object({
          KeyDescriptor: z.array(keyDescriptor).default([]),
          SingleSignOnService: z.array(
            z.object({ $: z.object({ Binding: z.string(), Location: z.string().trim() }) }),
          ),
        }),
      )
      .min(1),
  }),
});

export type PublishedSettings = Omit<SamlSettings, "metadataUrl">;

/** What a provider's metadata says: who it is, where people sign in, and all certificates it may sign with. */
export async function readMetadata(text: string): Promise<Result<PublishedSettings, ConnectorRefusal>> {
  const read = metadata.safeParse(await parseXml(text));
  if (!read.success) return wrong("The metadata is no EntityDescriptor with an IDPSSODescriptor.");
  const { $: entity, IDPSSODescriptor: roles } = read.data.EntityDescriptor;
  const signInUrl = roles
    .flatMap(({ SingleSignOnService }) => SingleSignOnService)
    .find(({ $ }) => $.Binding === redirectBinding)?.$.Location;
  if (signInUrl === undefined || !mayBeCalled(signInUrl))
    return wrong("The metadata names no https SingleSignOnService with the HTTP-Redirect binding.");
  const certificates = roles
    .flatMap(({ KeyDescriptor }) => KeyDescriptor)
    .filter(({ $ }) => $?.use !== "encryption")
    .flatMap(({ KeyInfo }) => KeyInfo)
    .flatMap(({ X509Data }) => X509Data)
    .flatMap(({ X509Certificate }) => X509Certificate)
    .flatMap(({ _ }) => readCertificate(_) ?? []);
  if (certificates.length === 0)
    return wrong("The metadata has no signing certificate with an RSA key of 2048 bits at least.");
  return accept({ issuer: entity.entityID, signInUrl, certificates: [...new Set(certificates)] });
}

function wrong(detail: string) {
  return refuse({ code: "provider-answer-wrong", check: "metadata-understood", detail } as const);
}
