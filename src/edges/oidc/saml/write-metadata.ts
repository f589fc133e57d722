import { attributeNames } from "../../../domain/tokens/saml/rules/attribute-names.ts";
import { nameIdFormats } from "../../../domain/tokens/saml/rules/name-id-format.ts";
import { writeXml, type XmlElement } from "../../../platform/xml/write-xml.ts";
import { bindings } from "./rules/bindings.ts";

const protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
const basicName = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

export interface ProviderMetadata {
  readonly id: string;
  readonly entityId: string;
  /** Takes requests for sign-in and sign-out alike. */
  readonly serviceUrl: string;
  /** Base64 of DER. */
  readonly certificates: readonly string[];
}

/** What an application is set up with: who the tenant is to it, where people sign in and out, and by which keys (SAML Metadata section 2.4.3). */
export function writeMetadata({ id, entityId, serviceUrl, certificates }: ProviderMetadata): string {
  const services: readonly XmlElement[] = [bindings.redirect, bindings.post].map((Binding) => ({
    $: { Binding, Location: serviceUrl },
  }));
  return writeXml("EntityDescriptor", {
    $: {
      xmlns: "urn:oasis:names:tc:SAML:2.0:metadata",
      ID: id,
      entityID: entityId,
    },
    IDPSSODescriptor: {
      $: { protocolSupportEnumeration: protocol, WantAuthnRequestsSigned: "false" },
      KeyDescriptor: certificates.map((certificate) => ({
        $: { use: "signing" },
        KeyInfo: {
          $: { xmlns: "http://www.w3.org/2000/09/xmldsig#" },
          X509Data: { X509Certificate: certificate },
        },
      })),
      SingleLogoutService: services,
      NameIDFormat: Object.values(nameIdFormats),
      SingleSignOnService: services,
      "saml:Attribute": Object.values(attributeNames).map((Name) => ({
        $: { "xmlns:saml": "urn:oasis:names:tc:SAML:2.0:assertion", Name, NameFormat: basicName },
      })),
    },
  });
}
