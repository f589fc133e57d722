import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { verifyElement } from "../../../../platform/xml/verify-element.ts";
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
import { prepareProvider } from "../signed-assertions/prepare-provider.ts";
import { refreshCertificates } from "../signed-assertions/refresh-certificates.ts";
import { takeAssertion } from "../signed-assertions/take-assertion.ts";
import { verifyWithKnownKeys } from "../signed-assertions/verify-with-known-keys.ts";
import { claimedIssuer, type FoundToken, findToken } from "./find-token.ts";
import { readMetadata } from "./read-metadata.ts";
import { readToken } from "./read-token.ts";
import { judgeToken, type TokenExpectation } from "./rules/judge-token.ts";
import type { Token } from "./rules/token.ts";
import { identityOfToken } from "./rules/token-identity.ts";

/**
 * A provider that speaks the passive requestor profile of WS-Federation 1.2 (section 13): the request is an address, the
 * answer a posted form with a token of SAML 1.1 or SAML 2.0.
 */
export const wsFederationConnector: Connector = {
  group: "external-federation",
  fixedDomains: undefined,
  returnPath: "ws-federation",
  checks: [
    "endpoint-reached",
    "metadata-understood",
    "answer-understood",
    "signature",
    "issuer",
    "audience",
    "time",
    "recipient",
    "answer-belongs-here",
    "subject",
    "taken-once",
  ],
  prepare: (machine, typed) => prepareProvider(machine, typed, readMetadata),
  async refresh(machine, provider) {
    const refreshed = await refreshCertificates(machine, provider, readMetadata);
    return refreshed.ok ? undefined : refreshed.refusal;
  },
  start,
  unsolicited: {
    async issuerOf(parameters) {
      const found = findToken(parameters.get("wresult") ?? "");
      return typeof found === "string" ? undefined : claimedIssuer(found);
    },
    take: (machine, provider, answer) =>
      judgeAnswer(machine, provider, answer, { askedAt: undefined, provedSince: undefined }),
  },
  finish(machine, provider, answer) {
    // Of a request that we do not remember nothing is new enough.
    const { askedAt = 8.64e15, notBefore } = answer.remembered;
    const provedSince = notBefore === undefined ? undefined : new Date(notBefore);
    return judgeAnswer(machine, provider, answer, { askedAt: new Date(askedAt), provedSince });
  },
};

/** Section 13.2.1 and 13.2.2; `username` is what AD FS fills its form with. */
async function start(machine: Machine, provider: ProviderWithSecret, request: ProofRequest) {
  const { signInUrl } = assertionSettings.parse(provider.settings);
  const now = machine.clock().toISOString();
  const location = new URL(signInUrl);
  const parameters = {
    wa: "wsignin1.0",
    wtrealm: ownEntityId(machine, provider.tenantId),
    wreply: request.returnUrl,
    wctx: request.state,
    wct: now,
    ...(request.mustProveAgain && { wfresh: "0" }),
    ...(request.loginHint !== undefined && { username: request.loginHint }),
  };
  for (const [name, value] of Object.entries(parameters)) location.searchParams.set(name, value);
  const remembered = { askedAt: now, ...(request.mustProveAgain && { notBefore: now }) };
  return accept({ location: location.href, remembered });
}

async function judgeAnswer(
  machine: Machine,
  provider: ProviderWithSecret,
  answer: Pick<ProofAnswer, "returnUrl" | "parameters">,
  asked: Pick<TokenExpectation, "askedAt" | "provedSince">,
): Promise<Result<StatedIdentity, ConnectorRefusal>> {
  const found = findToken(answer.parameters.get("wresult") ?? "");
  if (typeof found === "string") return wrong("answer-understood", found);
  const token = await findSignedToken(machine, provider, found);
  if (!token.ok) return token;
  const problem = judgeToken(token.value, {
    issuer: provider.issuer,
    audience: ownEntityId(machine, provider.tenantId),
    recipient: answer.returnUrl,
    now: machine.clock(),
    ...asked,
  });
  if (problem) return wrong(problem.check, problem.detail);
  const identity = identityOfToken(token.value);
  if (!identity) return wrong("subject", "There is no single ImmutableID, nor a lasting NameIdentifier.");
  const taken = await takeAssertion(machine, provider, token.value);
  if (taken) return refuse(taken);
  // How the person signed in is not told in RFC 8176 names.
  return accept({ ...identity, amr: [], received: { audience: ownEntityId(machine, provider.tenantId) } });
}

async function findSignedToken(
  machine: Machine,
  provider: ProviderWithSecret,
  { document, element, idAttribute }: FoundToken,
): Promise<Result<Token, ConnectorRefusal>> {
  const verified = await verifyWithKnownKeys(machine, provider, readMetadata, async (certificates) =>
    verifyElement(document, element, idAttribute, certificates),
  );
  if (!verified.ok) return wrong("signature", verified.refusal.detail);
  const token = await readToken(verified.value, idAttribute);
  return typeof token === "string" ? wrong("answer-understood", token) : accept(token);
}

function wrong(check: ConnectorRefusal["check"], detail: string) {
  return refuse({ code: "provider-answer-wrong", check, detail } as const);
}
