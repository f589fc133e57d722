import { z } from "zod";
import { parseXml } from "../../../../platform/xml/parse-xml.ts";
import type { Assertion } from "./rules/assertion.ts";

/** SAML Core section 1.3.3: always in UTC. */
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const text = z.object({ _: z.string() }).transform(({ _ }) => _);
const attributeValue = z.object({ _: z.string().default("") }).transform(({ _ }) => _);

const confirmation = z.object({
  $: z.object({ Method: z.string() }),
  SubjectConfirmationData: z
    .tuple([
      z.object({
        $: z
          .object({
            Recipient: z.string().optional(),
            InResponseTo: z.string().optional(),
            NotBefore: instant.optional(),
            NotOnOrAfter: instant.optional(),
          })
          .default({}),
      }),
    ])
    .optional(),
});

/** What must stand once stands in a list of one: two of them would be two opinions. */
const assertion = z.object({
  Assertion: z.object({
    $: z.object({ ID: z.string().min(1).max(512) }),
    Issuer: z.tuple([text]),
    Subject: z.tuple([
      z.object({
        NameID: z.tuple([
          z.object({ _: z.string().default(""), $: z.object({ Format: z.string().optional() }).optional() }),
        ]),
        SubjectConfirmation: z.array(confirmation).min(1),
      }),
    ]),
    Conditions: z.tuple([
      z.object({
        $: z.object({ NotBefore: instant.optional(), NotOnOrAfter: instant }),
        AudienceRestriction: z.array(z.object({ Audience: z.array(text).default([]) })).default([]),
      }),
    ]),
    AuthnStatement: z.array(z.object({ $: z.object({ AuthnInstant: instant }) })).min(1),
    AttributeStatement: z
      .array(
        z.object({
          Attribute: z
            .array(
              z.object({
                $: z.object({ Name: z.string() }),
                AttributeValue: z.array(attributeValue).default([]),
              }),
            )
            .default([]),
        }),
      )
      .default([]),
  }),
});

/** Reads an assertion whose signature was verified; otherwise what it lacks. */
export async function readAssertion(xml: string): Promise<Assertion | string> {
  const read = assertion.safeParse(await parseXml(xml));
  if (!read.success) {
    const [issue] = read.error.issues;
    return `${issue?.path.filter((part) => typeof part === "string").join("/")}: ${issue?.message}`;
  }
  const { $, Issuer, Subject, Conditions, AuthnStatement, AttributeStatement } = read.data.Assertion;
  const [{ NameID, SubjectConfirmation }] = Subject;
  const attributes = AttributeStatement.flatMap(({ Attribute }) => Attribute);
  return {
    id: $.ID,
    issuer: Issuer[0].trim(),
    nameId: NameID[0]._,
    nameIdFormat: NameID[0].$?.Format,
    confirmations: SubjectConfirmation.map(({ $: { Method }, SubjectConfirmationData: data }) => ({
      method: Method,
      recipient: data?.[0].$.Recipient,
      inResponseTo: data?.[0].$.InResponseTo,
      notBefore: data?.[0].$.NotBefore,
      notOnOrAfter: data?.[0].$.NotOnOrAfter,
    })),
    notBefore: Conditions[0].$.NotBefore,
    notOnOrAfter: Conditions[0].$.NotOnOrAfter,
    audiences: Conditions[0].AudienceRestriction.map(({ Audience }) => Audience.map((one) => one.trim())),
    provedAt: new Date(Math.max(...AuthnStatement.map((one) => one.$.AuthnInstant.getTime()))),
    attributes: Object.fromEntries(
      attributes.map(({ $: { Name }, AttributeValue }) => [Name, AttributeValue]),
    ),
  };
}
