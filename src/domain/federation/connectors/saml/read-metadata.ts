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
import type { RequestBinding } from "./saml-options.ts";

const bindings = {
  redirect: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect",
  post: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
} as const satisfies Record<RequestBinding, string>;

/** SAML Metadata sections 2.3.2 and 2.4.3, as far as signing in needs it. */
const metadata = z.object({
  EntityDescriptor: z.object({
    $: z.object({ entityID: z.string().trim().min(1).max(1024) }),
    IDPSSODescriptor: z
      .array(
        z.object({
          $: z.object({ WantAuthnRequestsSigned: z.string().optional() }).default({}),
          KeyDescriptor: keyDescriptors,
          SingleSignOnService: z.array(
            z.object({ $: z.object({ Binding: z.string(), Location: z.string().trim() }) }),
          ),
        }),
      )
      .min(1),
  }),
});

/** What the metadata of a SAML provider says beside what that of others says, too. */
interface PublishedSamlSettings extends PublishedSettings {
  readonly requestBinding: RequestBinding;
  readonly signRequests: boolean;
}

/**
 * What a provider's metadata says: who it is, where people sign in, all certificates it may sign with, and how it wants
 * requests: by redirect if it takes both, which needs no page of ours in between.
 */
export async function readMetadata(
  text: string,
  wanted?: RequestBinding,
): Promise<Result<PublishedSamlSettings, ConnectorRefusal>> {
  const read = metadata.safeParse(await parseXml(text));
  if (!read.success) return wrong("The metadata is no EntityDescriptor with an IDPSSODescriptor.");
  const { $: entity, IDPSSODescriptor: roles } = read.data.EntityDescriptor;
  const places = roles.flatMap(({ SingleSignOnService }) => SingleSignOnService);
  const requestBinding = (wanted ? [wanted] : (["redirect", "post"] as const)).find((binding) =>
    places.some(({ $ }) => $.Binding === bindings[binding]),
  );
  const signInUrl = places.find(({ $ }) => requestBinding && $.Binding === bindings[requestBinding])?.$
    .Location;
  if (requestBinding === undefined || signInUrl === undefined || !mayBeCalled(signInUrl))
    return wrong(
      `The metadata names no https SingleSignOnService with the binding ${wanted ?? "redirect or post"}.`,
    );
  const certificates = signingCertificates(roles.flatMap(({ KeyDescriptor }) => KeyDescriptor));
  if (certificates.length === 0) return wrong(noCertificate);
  return accept({
    issuer: entity.entityID,
    signInUrl,
    certificates: [...certificates],
    requestBinding,
    signRequests: roles.some(({ $ }) => ["true", "1"].includes($.WantAuthnRequestsSigned ?? "")),
  });
}

function wrong(detail: string) {
  return refuse({ code: "provider-answer-wrong", check: "metadata-understood", detail } as const);
}
