import { z } from "zod";
import { parseXml } from "../../../../platform/xml/parse-xml.ts";

const issuer = z.tuple([z.object({ _: z.string().max(1024) }).transform(({ _ }) => _.trim())]);

/** A response that is signed itself, or encrypted, names its issuer (SAML Profiles section 4.1.4.2). */
const response = z.object({
  Response: z.object({
    Issuer: issuer.optional(),
    Assertion: z.array(z.object({ Issuer: issuer })).default([]),
  }),
});

/** Who a response says it is from. Nothing is verified: it only tells whose certificates to try. */
export async function claimedIssuer(xml: string): Promise<string | undefined> {
  const read = response.safeParse(await parseXml(xml));
  if (!read.success) return undefined;
  const { Issuer, Assertion } = read.data.Response;
  return (Issuer ?? Assertion[0]?.Issuer)?.[0];
}
