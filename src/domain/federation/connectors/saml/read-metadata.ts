import { z } from "zod";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import { parseXml } from "../../../../platform/xml/parse-xml.ts";
import type { ConnectorRefusal } from "../../connector.ts";
import { mayBeCalled } from "../rules/may-be-called.ts";
import type { PublishedSettings } from "../signed-assertions/assertion-provider-settings.ts";
import {
  keyDescriptors,
  noCertificate,
  signingCertificates,
} from "../signed-assertions/signing-certificates.ts";

const redirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

/** SAML Metadata sections 2.3.2 and 2.4.3, as far as signing in needs it. */
const metadata = z.object({
  EntityDescriptor: z.object({
    $: z.object({ entityID: z.string().trim().min(1).max(1024) }),
    IDPSSODescriptor: z
      .array(
        z.object({
          KeyDescriptor: keyDescriptors,
          SingleSignOnService: z.array(
            z.object({ $: z.object({ Binding: z.string(), Location: z.string().trim() }) }),
          ),
        }),
      )
      .min(1),
  }),
});

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
  const certificates = signingCertificates(roles.flatMap(({ KeyDescriptor }) => KeyDescriptor));
  if (certificates.length === 0) return wrong(noCertificate);
  return accept({ issuer: entity.entityID, signInUrl, certificates: [...certificates] });
}

function wrong(detail: string) {
  return refuse({ code: "provider-answer-wrong", check: "metadata-understood", detail } as const);
}
