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

/** SAML 1.1 Core section 2.4.2: every statement says again who it is about. */
const subject = z.object({
  NameIdentifier: z
    .tuple([
      z.object({ _: z.string().default(""), $: z.object({ Format: z.string().optional() }).optional() }),
    ])
    .optional(),
  SubjectConfirmation: z.tuple([z.object({ ConfirmationMethod: z.array(text).min(1) })]).optional(),
});

/** SAML 1.1 Core section 2.3.2. What must stand once stands in a list of one: two of them would be two opinions. */
const assertion = z.object({
  Assertion: z.object({
    $: z.object({
      MajorVersion: z.literal("1"),
      AssertionID: assertionId,
      Issuer: z.string().trim(),
      IssueInstant: instant,
    }),
    Conditions: z.tuple([
      z.object({
        $: z.object({ NotBefore: instant.optional(), NotOnOrAfter: instant }),
        AudienceRestrictionCondition: z.array(z.object({ Audience: z.array(text).default([]) })).default([]),
      }),
    ]),
    AttributeStatement: z
      .array(
        z.object({
          Subject: z.tuple([subject]),
          Attribute: z
            .array(
              z.object({
                $: z.object({ AttributeName: z.string(), AttributeNamespace: z.string() }),
                AttributeValue: attributeValues,
              }),
            )
            .default([]),
        }),
      )
      .default([]),
    AuthenticationStatement: z
      .array(z.object({ $: z.object({ AuthenticationInstant: instant }), Subject: z.tuple([subject]) }))
      .default([]),
  }),
});

/** Reads an assertion of SAML 1.1. */
export function readSaml1Token(document: unknown): Token | string {
  const read = assertion.safeParse(document);
  if (!read.success) return firstIssue(read.error);
  const { $, Conditions, AttributeStatement, AuthenticationStatement } = read.data.Assertion;
  const subjects = [...AttributeStatement, ...AuthenticationStatement].map(({ Subject }) => Subject[0]);
  const [name, another] = new Set(subjects.map(({ NameIdentifier }) => NameIdentifier?.[0]._.trim()));
  if (another !== undefined) return "Subject: the statements are about several persons";
  return {
    id: $.AssertionID,
    issuer: $.Issuer,
    issuedAt: $.IssueInstant,
    notBefore: Conditions[0].$.NotBefore,
    notOnOrAfter: Conditions[0].$.NotOnOrAfter,
    audiences: Conditions[0].AudienceRestrictionCondition.map(({ Audience }) =>
      Audience.map((one) => one.trim()),
    ),
    nameId: name,
    nameIdFormat: subjects.map(({ NameIdentifier }) => NameIdentifier?.[0].$?.Format).find(Boolean),
    confirmations: confirmationsOf(subjects),
    provedAt: latest(AuthenticationStatement.map((one) => one.$.AuthenticationInstant)),
    attributes: gathered(
      AttributeStatement.flatMap(({ Attribute }) => Attribute).map(
        ({ $: { AttributeName, AttributeNamespace }, AttributeValue }) =>
          [`${AttributeNamespace.replace(/\/$/, "")}/${AttributeName}`, AttributeValue] as const,
      ),
    ),
  };
}

/** Each statement must be confirmed; a method counts that all of them name. */
function confirmationsOf(subjects: readonly z.infer<typeof subject>[]) {
  const [first = [], ...others] = subjects.map(
    ({ SubjectConfirmation }) => SubjectConfirmation?.[0].ConfirmationMethod.map((one) => one.trim()) ?? [],
  );
  return first
    .filter((method) => others.every((methods) => methods.includes(method)))
    .map((method) => ({ method }));
}
