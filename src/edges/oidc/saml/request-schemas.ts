import { z } from "zod";

const text = z.object({ _: z.string().default("") }).transform(({ _ }) => _.trim());
const flag = z.enum(["true", "1", "false", "0"]).transform((value) => value === "true" || value === "1");
/** References can spell what no text has, and the database keeps none of it. */
const plainText = z
  .string()
  .max(1024)
  .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value));
const absent = z.array(z.unknown()).default([]);

/** What every request says of itself (SAML Core section 3.2.1). */
const head = {
  ID: z.string(),
  Version: z.literal("2.0"),
  IssueInstant: z.iso.datetime({ offset: true, local: true }),
  Destination: z.string().optional(),
};
const issuer = z.tuple([text.pipe(z.string().min(1).max(1024))]);

/** SAML Core section 3.4.1, as far as it is understood or refused; the rest is ignored. */
export const authnRequestSchema = z.object({
  AuthnRequest: z.object({
    $: z.object({
      ...head,
      AssertionConsumerServiceURL: z.string().optional(),
      AssertionConsumerServiceIndex: z.string().optional(),
      ProtocolBinding: z.string().optional(),
      ForceAuthn: flag.default(false),
      IsPassive: flag.default(false),
    }),
    Issuer: issuer,
    Subject: absent,
    Scoping: z
      .array(
        z.object({
          $: z.object({ ProxyCount: z.string().optional() }).default({}),
          IDPList: absent,
          RequesterID: absent,
        }),
      )
      .default([]),
    NameIDPolicy: z
      .array(
        z.object({
          $: z
            .object({
              Format: z.string().optional(),
              SPNameQualifier: plainText.optional(),
            })
            .default({}),
        }),
      )
      .max(1)
      .default([]),
    RequestedAuthnContext: z
      .array(
        z.object({
          $: z.object({ Comparison: z.string().default("exact") }).default({ Comparison: "exact" }),
          AuthnContextClassRef: z.array(text).max(50).default([]),
          AuthnContextDeclRef: absent,
        }),
      )
      .max(1)
      .default([]),
  }),
});

export type ParsedAuthnRequest = z.output<typeof authnRequestSchema>["AuthnRequest"];

/** SAML Core section 3.7.1. */
export const logoutRequestSchema = z.object({
  LogoutRequest: z.object({
    $: z.object({ ...head, NotOnOrAfter: z.iso.datetime({ offset: true, local: true }).optional() }),
    Issuer: issuer,
    NameID: z.tuple([text.pipe(z.string().min(1).max(1024))]),
    SessionIndex: z.array(text).max(50).default([]),
  }),
});

/** What a signed request must say of itself, whichever it is. */
export const signedHeadSchema = z.object({ $: z.object(head) });
