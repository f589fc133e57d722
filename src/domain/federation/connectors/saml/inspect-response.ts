import { z } from "zod";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import { parseXml } from "../../../../platform/xml/parse-xml.ts";
import { explainWeakness, weakAlgorithms } from "../../../../platform/xml/signature-algorithms.ts";
import type { ConnectorRefusal } from "../../connector.ts";

const success = "urn:oasis:names:tc:SAML:2.0:status:Success";

const algorithm = z.object({ $: z.object({ Algorithm: z.string() }) });
const signature = z.object({
  SignedInfo: z.tuple([
    z.object({
      SignatureMethod: z.tuple([algorithm]),
      Reference: z.tuple([z.object({ DigestMethod: z.tuple([algorithm]) })]),
    }),
  ]),
});
const signatures = z.array(signature).default([]);

const response = z.object({
  Response: z.object({
    $: z.object({ Destination: z.string().optional(), InResponseTo: z.string().optional() }),
    Status: z.tuple([
      z.object({
        StatusCode: z.array(
          z.object({
            $: z.object({ Value: z.string() }),
            StatusCode: z.array(z.object({ $: z.object({ Value: z.string() }) })).default([]),
          }),
        ),
        StatusMessage: z.array(z.object({ _: z.string().default("") })).default([]),
      }),
    ]),
    Signature: signatures,
    Assertion: z.array(z.object({ Signature: signatures })).default([]),
    EncryptedAssertion: z.array(z.unknown()).default([]),
  }),
});

/**
 * Looks at a response before its signature is verified. What is found here refuses and never admits: the same things
 * are read again from what was signed, where the provider signs them.
 */
export async function inspectResponse(
  xml: string,
  expected: { readonly destination: string; readonly requestId: string | undefined },
): Promise<Result<{ readonly isEncrypted: boolean }, ConnectorRefusal>> {
  const read = response.safeParse(await parseXml(xml));
  if (!read.success) return wrong("answer-understood", "What came is no SAML response.");
  const { $, Status, Signature, Assertion, EncryptedAssertion } = read.data.Response;
  const [{ StatusCode, StatusMessage }] = Status;
  if (StatusCode[0]?.$.Value !== success) {
    const codes = StatusCode.flatMap((one) => [
      one.$.Value,
      ...one.StatusCode.map((nested) => nested.$.Value),
    ]);
    const detail = [...codes, ...StatusMessage.map(({ _ }) => _)].join(": ");
    return refuse({ code: "provider-denied", check: "person-agreed", detail });
  }
  if ($.InResponseTo !== expected.requestId)
    return wrong(
      "answer-belongs-here",
      `InResponseTo is ${$.InResponseTo ?? "missing"}; asked was ${expected.requestId ?? "nothing"}.`,
    );
  if ($.Destination !== undefined && $.Destination !== expected.destination)
    return wrong("destination", `Destination is ${$.Destination}; it must be ${expected.destination}.`);
  const weak = [...Signature, ...Assertion.flatMap((one) => one.Signature)].flatMap(weaknesses);
  if (weak.length > 0) return wrong("signature", explainWeakness(weak));
  return accept({ isEncrypted: EncryptedAssertion.length > 0 });
}

function weaknesses({ SignedInfo: [info] }: z.infer<typeof signature>): readonly string[] {
  const [{ $: method }] = info.SignatureMethod;
  const [{ $: digest }] = info.Reference[0].DigestMethod;
  return weakAlgorithms(method.Algorithm, digest.Algorithm);
}

function wrong(check: ConnectorRefusal["check"], detail: string) {
  return refuse({ code: "provider-answer-wrong", check, detail } as const);
}
