import { knownContexts } from "../../../domain/tokens/saml/rules/authentication-context.ts";
import type { NameIdPolicy } from "../../../domain/tokens/saml/rules/name-id.ts";
import { nameIdFormatOf } from "../../../domain/tokens/saml/rules/name-id-format.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import type { SamlMessage } from "./read-message.ts";
import { authnRequestSchema, type ParsedAuthnRequest } from "./request-schemas.ts";
import { isMessageId } from "./rules/message-id.ts";

/** Who asks for a person, by which request, and where the answer is wanted: what must be verified first. */
export interface AuthnRequest {
  readonly requestId: string;
  readonly issuer: string;
  readonly assertionConsumerUrl: string | undefined;
  readonly protocolBinding: string | undefined;
  readonly parsed: ParsedAuthnRequest;
}

/** How the person is wanted. */
export interface AuthnDemand {
  readonly mustProveAgain: boolean;
  readonly isPassive: boolean;
  readonly nameIdPolicy: NameIdPolicy;
  /** Classes of authentication, one of which it must be; none: any will do. */
  readonly contexts: readonly string[];
}

/** Reads the request of an application for a person (SAML Core section 3.4.1). */
export function readAuthnRequest({ document }: SamlMessage): Result<AuthnRequest, ProtocolRefusal> {
  const read = authnRequestSchema.safeParse(document);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse({ code: "saml-message-unsupported", detail: issue?.path.join("/") ?? "" });
  }
  const parsed = read.data.AuthnRequest;
  const { $: attributes, Issuer } = parsed;
  if (!isMessageId(attributes.ID)) return refuse({ code: "saml-id-invalid", detail: attributes.ID });
  if (attributes.AssertionConsumerServiceIndex !== undefined)
    return refuse({ code: "saml-message-unsupported", detail: "AssertionConsumerServiceIndex" });
  return accept({
    requestId: attributes.ID,
    issuer: Issuer[0],
    assertionConsumerUrl: attributes.AssertionConsumerServiceURL,
    protocolBinding: attributes.ProtocolBinding,
    parsed,
  });
}

/** Reads how the person is wanted; what cannot be done the application is told. */
export function readDemand({ parsed }: AuthnRequest): Result<AuthnDemand, ProtocolRefusal> {
  const property = forbiddenProperty(parsed);
  if (property !== undefined) return refuse({ code: "saml-property-unsupported", detail: property });
  const policy = parsed.NameIDPolicy[0]?.$;
  const format = policy?.Format === undefined ? undefined : nameIdFormatOf(policy.Format);
  if (policy?.Format !== undefined && !format)
    return refuse({ code: "saml-name-unsupported", detail: policy.Format });
  const contexts = readContexts(parsed);
  if (!contexts.ok) return contexts;
  return accept({
    mustProveAgain: parsed.$.ForceAuthn,
    isPassive: parsed.$.IsPassive,
    nameIdPolicy: { format, spNameQualifier: policy?.SPNameQualifier },
    contexts: contexts.value,
  });
}

/** Whom the application means it says by `login_hint`; other providers are nobody's to choose but the tenant's. */
function forbiddenProperty({ Subject, Scoping }: ParsedAuthnRequest): string | undefined {
  if (Subject.length > 0) return "Subject";
  for (const { $, IDPList, RequesterID } of Scoping) {
    if ($.ProxyCount !== undefined) return "Scoping/ProxyCount";
    if (IDPList.length > 0) return "Scoping/IDPList";
    if (RequesterID.length > 0) return "Scoping/RequesterID";
  }
  return undefined;
}

function readContexts({
  RequestedAuthnContext: [asked],
}: ParsedAuthnRequest): Result<readonly string[], ProtocolRefusal> {
  if (!asked) return accept([]);
  if (asked.$.Comparison !== "exact")
    return refuse({ code: "saml-comparison-unsupported", detail: asked.$.Comparison });
  const possible = asked.AuthnContextClassRef.filter((one) => knownContexts.includes(one));
  const isImpossible = asked.AuthnContextDeclRef.length > 0 || asked.AuthnContextClassRef.length > 0;
  return possible.length === 0 && isImpossible
    ? refuse({ code: "saml-context-unsupported", detail: asked.AuthnContextClassRef.join(", ") })
    : accept(possible);
}
