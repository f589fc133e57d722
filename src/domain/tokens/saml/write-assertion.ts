import { secondsAfter } from "../../../foundation/clock.ts";
import type { XmlElement } from "../../../platform/xml/write-xml.ts";
import type { NameId } from "./rules/name-id.ts";
import { nameIdFormats } from "./rules/name-id-format.ts";
import type { Attribute } from "./rules/person-attributes.ts";
import { samlNamespaces } from "./write-status-response.ts";

/** What an assertion is made from. */
export interface AssertionContent {
  readonly id: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly audience: string;
  /** Where it is posted, and which request it answers. */
  readonly recipient: string;
  readonly requestId: string;
  readonly nameId: NameId;
  readonly authenticatedAt: string;
  readonly sessionIndex: string;
  readonly contextClass: string;
  readonly attributes: readonly Attribute[];
}

/** Clocks of applications that are slow do not make an assertion one of the future. */
const validBeforeSeconds = 5 * 60;
const lifetimeSeconds = 70 * 60;
/** It is delivered within this time (SAML Profiles section 4.1.4.2). */
const deliverySeconds = 5 * 60;

/** The assertion of a sign-in (SAML Core section 2.3.3), in the order of the schema. */
export function writeAssertion(content: AssertionContent): XmlElement {
  const { issuedAt, nameId, audience } = content;
  const at = (seconds: number) => secondsAfter(issuedAt, seconds).toISOString();
  return {
    $: {
      "xmlns:saml": samlNamespaces["xmlns:saml"],
      ID: content.id,
      Version: "2.0",
      IssueInstant: issuedAt.toISOString(),
    },
    "saml:Issuer": content.issuer,
    "saml:Subject": {
      "saml:NameID": nameIdElement(nameId),
      "saml:SubjectConfirmation": {
        $: { Method: "urn:oasis:names:tc:SAML:2.0:cm:bearer" },
        "saml:SubjectConfirmationData": {
          $: {
            InResponseTo: content.requestId,
            NotOnOrAfter: at(deliverySeconds),
            Recipient: content.recipient,
          },
        },
      },
    },
    "saml:Conditions": {
      $: { NotBefore: at(-validBeforeSeconds), NotOnOrAfter: at(lifetimeSeconds) },
      "saml:AudienceRestriction": { "saml:Audience": audience },
    },
    "saml:AuthnStatement": {
      $: { AuthnInstant: content.authenticatedAt, SessionIndex: content.sessionIndex },
      "saml:AuthnContext": { "saml:AuthnContextClassRef": content.contextClass },
    },
    "saml:AttributeStatement": {
      "saml:Attribute": content.attributes.map(({ name, values }) => ({
        $: { Name: name },
        "saml:AttributeValue": values,
      })),
    },
  };
}

/** A person's name in a message. */
export function nameIdElement({ format, value, spNameQualifier }: NameId): XmlElement {
  return { $: { Format: nameIdFormats[format], SPNameQualifier: spNameQualifier }, _: value };
}
