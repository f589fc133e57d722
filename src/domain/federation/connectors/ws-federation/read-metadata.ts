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

const address = z.object({ _: z.string().trim() });

/** WS-Federation 1.2 sections 3.1.2 and 3.1.5, as far as signing in needs it. */
const metadata = z.object({
  EntityDescriptor: z.object({
    $: z.object({ entityID: z.string().trim().min(1).max(1024) }),
    RoleDescriptor: z
      .array(
        z.object({
          $: z.record(z.string(), z.string()),
          KeyDescriptor: keyDescriptors,
          PassiveRequestorEndpoint: z
            .array(
              z.object({
                EndpointReference: z.array(z.object({ Address: z.array(address).default([]) })).default([]),
              }),
            )
            .default([]),
        }),
      )
      .min(1),
  }),
});

/** What a provider's metadata says: who it is, where people sign in, and all certificates it may sign with. */
export async function readMetadata(text: string): Promise<Result<PublishedSettings, ConnectorRefusal>> {
  const read = metadata.safeParse(await parseXml(text));
  if (!read.success) return wrong("The metadata is no EntityDescriptor with a RoleDescriptor.");
  const { $: entity, RoleDescriptor } = read.data.EntityDescriptor;
  const roles = RoleDescriptor.filter(({ $ }) => isTokenService($));
  const signInUrl = roles
    .flatMap(({ PassiveRequestorEndpoint }) => PassiveRequestorEndpoint)
    .flatMap(({ EndpointReference }) => EndpointReference)
    .flatMap(({ Address }) => Address)[0]?._;
  if (signInUrl === undefined || !mayBeCalled(signInUrl))
    return wrong("The metadata names no https PassiveRequestorEndpoint of a SecurityTokenServiceType.");
  const certificates = signingCertificates(roles.flatMap(({ KeyDescriptor }) => KeyDescriptor));
  if (certificates.length === 0) return wrong(noCertificate);
  return accept({ issuer: entity.entityID, signInUrl, certificates: [...certificates] });
}

/** The attribute is `type` of XML Schema, and its value a name with a prefix, whichever the document chose. */
function isTokenService(attributes: Readonly<Record<string, string>>): boolean {
  return Object.entries(attributes).some(
    ([name, value]) => /:type$/.test(name) && /(?:^|:)SecurityTokenServiceType$/.test(value.trim()),
  );
}

function wrong(detail: string) {
  return refuse({ code: "provider-answer-wrong", check: "metadata-understood", detail } as const);
}
