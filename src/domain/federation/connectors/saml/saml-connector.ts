import { randomBytes } from "node:crypto";
import { SAML } from "@node-saml/node-saml";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type {
  Connector,
  ConnectorRefusal,
  ProofAnswer,
  ProofRequest,
  ProviderWithSecret,
  StatedIdentity,
} from "../../connector.ts";
import { assertionSettings } from "../signed-assertions/assertion-provider-settings.ts";
import { ownEntityId } from "../signed-assertions/own-entity-id.ts";
import { refreshCertificates } from "../signed-assertions/refresh-certificates.ts";
import { takeAssertion } from "../signed-assertions/take-assertion.ts";
import { verifyWithKnownKeys } from "../signed-assertions/verify-with-known-keys.ts";
import { claimedIssuer } from "./claimed-issuer.ts";
import { inspectResponse } from "./inspect-response.ts";
import { persistentFormat } from "./own-entity.ts";
import { ownKeys } from "./own-keys.ts";
import { prepareSamlProvider } from "./prepare-saml-provider.ts";
import { readAssertion } from "./read-assertion.ts";
import { readMetadata } from "./read-metadata.ts";
import type { Assertion } from "./rules/assertion.ts";
import { identityOfAssertion } from "./rules/assertion-identity.ts";
import { type Expectation, judgeAssertion } from "./rules/judge-assertion.ts";
import { samlOptions } from "./saml-options.ts";
import { verifyEncryptedResponse } from "./verify-encrypted-response.ts";
import { verifyResponse } from "./verify-response.ts";

/** A provider that speaks SAML 2.0: a request by redirect, a response by a posted form (SAML Profiles section 4.1). */
export const samlConnector: Connector = {
  group: "external-federation",
  fixedDomains: undefined,
  returnPath: "saml",
  checks: [
    "endpoint-reached",
    "metadata-understood",
    "answer-understood",
    "person-agreed",
    "answer-belongs-here",
    "destination",
    "signature",
    "issuer",
    "audience",
    "time",
    "recipient",
    "subject",
    "taken-once",
  ],
  prepare: prepareSamlProvider,
  async refresh(machine, provider) {
    const refreshed = await refreshCertificates(machine, provider, readMetadata);
    return refreshed.ok ? undefined : refreshed.refusal;
  },
  start,
  unsolicited: {
    issuerOf: (parameters) => claimedIssuer(xmlOf(parameters)),
    take: (machine, provider, answer) =>
      judgeAnswer(machine, provider, answer, { requestId: undefined, provedSince: undefined }),
  },
  finish(machine, provider, answer) {
    const { requestId = "", notBefore } = answer.remembered;
    const provedSince = notBefore === undefined ? undefined : new Date(notBefore);
    return judgeAnswer(machine, provider, answer, { requestId, provedSince });
  },
};

async function start(machine: Machine, provider: ProviderWithSecret, request: ProofRequest) {
  const { signInUrl, certificates } = assertionSettings.parse(provider.settings);
  const { requestBinding, signRequests } = samlOptions.parse(provider.settings);
  // An NCName of 160 random bits: SAML Core section 1.3.4.
  const requestId = `_${randomBytes(20).toString("hex")}`;
  const library = new SAML({
    entryPoint: signInUrl,
    idpCert: certificates,
    issuer: ownEntityId(machine, provider.tenantId),
    callbackUrl: request.returnUrl,
    identifierFormat: persistentFormat,
    disableRequestedAuthnContext: true,
    forceAuthn: request.mustProveAgain,
    generateUniqueId: () => requestId,
    // A posted request is not compressed (SAML Bindings section 3.5.4).
    skipRequestCompression: requestBinding === "post",
    ...(signRequests && {
      privateKey: (await ownKeys(machine, provider.tenantId)).signing.privateKey,
      signatureAlgorithm: "sha256" as const,
      digestAlgorithm: "sha256",
    }),
  });
  const remembered = {
    requestId,
    ...(request.mustProveAgain && { notBefore: machine.clock().toISOString() }),
  };
  if (requestBinding === "redirect")
    return accept({ location: await library.getAuthorizeUrlAsync(request.state, undefined, {}), remembered });
  const { SAMLRequest, RelayState } = await library.getAuthorizeMessageAsync(request.state);
  const form = { SAMLRequest: String(SAMLRequest), RelayState: String(RelayState) };
  return accept({ location: signInUrl, form, remembered });
}

async function judgeAnswer(
  machine: Machine,
  provider: ProviderWithSecret,
  answer: Pick<ProofAnswer, "returnUrl" | "parameters">,
  asked: Pick<Expectation, "requestId" | "provedSince">,
): Promise<Result<StatedIdentity, ConnectorRefusal>> {
  const encoded = answer.parameters.get("SAMLResponse") ?? "";
  const inspected = await inspectResponse(xmlOf(answer.parameters), {
    destination: answer.returnUrl,
    requestId: asked.requestId,
  });
  if (!inspected.ok) return inspected;
  const signed = await findSignedAssertion(machine, provider, encoded, inspected.value.isEncrypted);
  if (!signed.ok) return signed;
  const problem = judgeAssertion(signed.value, {
    issuer: provider.issuer,
    audience: ownEntityId(machine, provider.tenantId),
    recipient: answer.returnUrl,
    now: machine.clock(),
    ...asked,
  });
  if (problem) return wrong(problem.check, problem.detail);
  return takeIdentity(machine, provider, signed.value);
}

async function findSignedAssertion(
  machine: Machine,
  provider: ProviderWithSecret,
  encoded: string,
  isEncrypted: boolean,
): Promise<Result<Assertion, ConnectorRefusal>> {
  const key = isEncrypted ? (await ownKeys(machine, provider.tenantId)).encryption.privateKey : undefined;
  const xml = Buffer.from(encoded, "base64").toString("utf8");
  const verified = await verifyWithKnownKeys(machine, provider, readMetadata, (certificates) =>
    key === undefined
      ? verifyResponse(encoded, certificates)
      : verifyEncryptedResponse(xml, certificates, key),
  );
  if (!verified.ok) return wrong("signature", verified.refusal.detail);
  const assertion = await readAssertion(verified.value);
  return typeof assertion === "string" ? wrong("answer-understood", assertion) : accept(assertion);
}

function xmlOf(parameters: URLSearchParams): string {
  return Buffer.from(parameters.get("SAMLResponse") ?? "", "base64").toString("utf8");
}

async function takeIdentity(
  machine: Machine,
  provider: ProviderWithSecret,
  assertion: Assertion,
): Promise<Result<StatedIdentity, ConnectorRefusal>> {
  const identity = identityOfAssertion(assertion);
  if (!identity)
    return wrong("subject", "The NameID is empty, too long, or transient: another one each time.");
  const taken = await takeAssertion(machine, provider, assertion);
  if (taken) return refuse(taken);
  // How the person signed in is not told in RFC 8176 names.
  return accept({ ...identity, amr: [], received: { audience: ownEntityId(machine, provider.tenantId) } });
}

function wrong(check: ConnectorRefusal["check"], detail: string) {
  return refuse({ code: "provider-answer-wrong", check, detail } as const);
}
