import { z } from "zod";
import {
  assertionId,
  attributeValues,
  firstIssue,
  gathered,
  instant,
  latest,
  text,
} from "../signed-assertions/assertion-schemas.ts";
import type { Token } from "./rules/token.ts";

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

/** SAML Core section 2.3.3, of which WS-Federation asks less than the web browser profile of SAML does. */
const assertion = z.object({
  Assertion: z.object({
    $: z.object({ ID: assertionId, IssueInstant: instant }),
    Issuer: z.tuple([text]),
    Subject: z.tuple([
      z.object({
        NameID: z
          .tuple([
            z.object({
              _: z.string().default(""),
              $: z.object({ Format: z.string().optional() }).optional(),
            }),
          ])
          .optional(),
        SubjectConfirmation: z.array(confirmation).min(1),
      }),
    ]),
    Conditions: z.tuple([
      z.object({
        $: z.object({ NotBefore: instant.optional(), NotOnOrAfter: instant }),
        AudienceRestriction: z.array(z.object({ Audience: z.array(text).default([]) })).default([]),
      }),
    ]),
    AuthnStatement: z.array(z.object({ $: z.object({ AuthnInstant: instant }) })).default([]),
    AttributeStatement: z
      .array(
        z.object({
          Attribute: z
            .array(z.object({ $: z.object({ Name: z.string() }), AttributeValue: attributeValues }))
            .default([]),
        }),
      )
      .default([]),
  }),
});

/** Reads an assertion of SAML 2.0. */
export function readSaml2Token(document: unknown): Token | string {
  const read = assertion.safeParse(document);
  if (!read.success) return firstIssue(read.error);
  const { $, Issuer, Subject, Conditions, AuthnStatement, AttributeStatement } = read.data.Assertion;
  const [{ NameID, SubjectConfirmation }] = Subject;
  return {
    id: $.ID,
    issuer: Issuer[0].trim(),
    issuedAt: $.IssueInstant,
    notBefore: Conditions[0].$.NotBefore,
    notOnOrAfter: Conditions[0].$.NotOnOrAfter,
    audiences: Conditions[0].AudienceRestriction.map(({ Audience }) => Audience.map((one) => one.trim())),
    nameId: NameID?.[0]._,
    nameIdFormat: NameID?.[0].$?.Format,
    confirmations: SubjectConfirmation.map(({ $: { Method }, SubjectConfirmationData: data }) => ({
      method: Method,
      recipient: data?.[0].$.Recipient,
      inResponseTo: data?.[0].$.InResponseTo,
      notBefore: data?.[0].$.NotBefore,
      notOnOrAfter: data?.[0].$.NotOnOrAfter,
    })),
    provedAt: latest(AuthnStatement.map((one) => one.$.AuthnInstant)),
    attributes: gathered(
      AttributeStatement.flatMap(({ Attribute }) => Attribute).map(
        ({ $: { Name }, AttributeValue }) => [Name, AttributeValue] as const,
      ),
    ),
  };
}
