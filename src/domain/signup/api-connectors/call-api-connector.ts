import { newOrderedIdentifier } from "../../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { OutboundFailure } from "../../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../../platform/outbound/outbound-policy.ts";
import { type ApiConnector, maskTargetUrl } from "../rules/api-connector.ts";
import { type ConnectorDecision, readConnectorAnswer } from "../rules/connector-answer.ts";
import { type ConnectorQuestion, connectorRequest } from "../rules/connector-request.ts";
import { countConnectorOutcome } from "./api-connector-store.ts";
import { insertConnectorCall } from "./connector-call-store.ts";
import { type ConnectorSecrets, openConnectorSecrets } from "./open-connector-secrets.ts";
import { requestHeaders } from "./request-headers.ts";

/** Why a sign-up cannot go on; `detail` is for the administrator and never shown to the person. */
export interface ConnectorFailure {
  readonly code: "api-suspended" | "api-unreachable" | "api-answer-wrong";
  readonly detail: string;
}

export interface ConnectorCallInput {
  readonly connector: ApiConnector;
  readonly question: ConnectorQuestion;
  /** The flow that people sign up by; undefined for a sample. */
  readonly flowName: string | undefined;
  readonly correlationId: string;
  /** How long one attempt may take. */
  readonly patienceMilliseconds?: number;
}

/** Entra's patience: as long as this, and once more. */
const patienceMilliseconds = 20_000;
const mostAttempts = 2;
const sizeLimitBytes = 256 * 1024;

/** An API that failed so often in a row is left alone for a while, so that people learn at once that it is down. */
const mostFailures = 5;
const suspensionMilliseconds = 30_000;

const longestAnswerKept = 8000;

interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Attempted {
  readonly answer: Answer | undefined;
  readonly failure: string | undefined;
  readonly attempts: number;
}

/**
 * Asks the organisation's API about a person who signs up. An attempt that gets no answer, or one that blames the
 * server, is made once more under the same idempotency key. Every call is logged with what was asked and answered.
 */
export async function callApiConnector(
  machine: Machine,
  input: ConnectorCallInput,
): Promise<{ readonly callId: string; readonly outcome: Result<ConnectorDecision, ConnectorFailure> }> {
  const { connector, question } = input;
  const callId = newOrderedIdentifier(machine.clock());
  const body = JSON.stringify(connectorRequest(question));
  const startedAt = performance.now();
  const attempted = isSuspended(machine, connector)
    ? { answer: undefined, failure: undefined, attempts: 0 }
    : await attempt(machine, input, callId, body);
  const outcome = decide(question, attempted);

  const durationMilliseconds = Math.round(performance.now() - startedAt);
  await record(machine, input, { callId, body, durationMilliseconds, attempted, outcome });
  return { callId, outcome };
}

function isSuspended(machine: Machine, { suspendedUntil }: ApiConnector): boolean {
  return suspendedUntil !== undefined && machine.clock() < suspendedUntil;
}

async function attempt(
  machine: Machine,
  input: ConnectorCallInput,
  callId: string,
  body: string,
): Promise<Attempted> {
  const { connector } = input;
  const secrets = await openConnectorSecrets(machine, connector);
  let last: Attempted = { answer: undefined, failure: undefined, attempts: 0 };
  for (let attempts = 1; attempts <= mostAttempts; attempts += 1) {
    last = { ...(await callOnce(machine, input, secrets, callId, body)), attempts };
    const isWorthAnother = last.answer === undefined || last.answer.status >= 500;
    if (!isWorthAnother) break;
  }
  return last;
}

async function callOnce(
  machine: Machine,
  { connector, patienceMilliseconds: patience = patienceMilliseconds }: ConnectorCallInput,
  secrets: ConnectorSecrets,
  callId: string,
  body: string,
): Promise<Pick<Attempted, "answer" | "failure">> {
  const policy = outboundPolicy({
    timeLimitMilliseconds: patience,
    sizeLimitBytes,
    allowedNetworks: machine.configuration.outboundAllow,
    ...(secrets.clientCertificate && { clientCertificate: secrets.clientCertificate }),
  });
  try {
    const headers = await requestHeaders(machine, { connector, secrets, callId, body });
    const response = await outboundFetch(policy, connector.targetUrl, { method: "POST", headers, body });
    return { answer: { status: response.status, body: await response.text() }, failure: undefined };
  } catch (error) {
    if (error instanceof OutboundFailure)
      return { answer: undefined, failure: `${error.code}: ${error.message}` };
    throw error;
  }
}

function decide(
  { step }: ConnectorQuestion,
  { answer, failure, attempts }: Attempted,
): Result<ConnectorDecision, ConnectorFailure> {
  if (attempts === 0)
    return refuse({
      code: "api-suspended",
      detail: "The API failed several times in a row and is left alone.",
    });
  if (answer === undefined) return refuse({ code: "api-unreachable", detail: failure ?? "" });
  const read = readConnectorAnswer(step, answer.status, answer.body);
  return read.ok ? accept(read.value) : refuse({ code: "api-answer-wrong", detail: read.refusal.detail });
}

async function record(
  machine: Machine,
  { connector, question, flowName, correlationId }: ConnectorCallInput,
  made: {
    readonly callId: string;
    readonly body: string;
    readonly durationMilliseconds: number;
    readonly attempted: Attempted;
    readonly outcome: Result<ConnectorDecision, ConnectorFailure>;
  },
): Promise<void> {
  const { callId, body, durationMilliseconds, attempted, outcome } = made;
  const now = machine.clock();
  const suspendedUntil = new Date(now.getTime() + suspensionMilliseconds);
  if (attempted.attempts > 0)
    await countConnectorOutcome(
      machine.database,
      connector,
      outcome.ok ? "success" : { mostFailures, suspendedUntil },
    );
  await insertConnectorCall(machine.database, {
    tenantId: connector.tenantId,
    callId,
    connectorId: connector.connectorId,
    connectorName: connector.displayName,
    flowName: flowName ?? null,
    step: question.step,
    occurredAt: now,
    attempts: attempted.attempts,
    durationMilliseconds,
    outcome: outcome.ok ? outcome.value.kind : "failed",
    reason: outcome.ok ? null : `${outcome.refusal.code}: ${outcome.refusal.detail}`,
    status: attempted.answer?.status ?? null,
    request: JSON.stringify({ url: maskTargetUrl(connector.targetUrl), body: JSON.parse(body) }),
    // PostgreSQL has no NUL in texts.
    answer: attempted.answer?.body.slice(0, longestAnswerKept).replaceAll("\0", "\ufffd") ?? null,
    correlationId,
  });
}
