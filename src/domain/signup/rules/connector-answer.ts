import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ConnectorStep } from "./api-connector.ts";

/** What the API decided. Messages are for the person and are text, whatever they contain. */
export type ConnectorDecision =
  | { readonly kind: "continue"; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly kind: "block"; readonly message: string }
  | { readonly kind: "validation-error"; readonly message: string };

/** Why an answer is none; for the administrator. */
export interface AnswerRefusal {
  readonly code: "answer-wrong";
  readonly detail: string;
}

const longestMessage = 2000;
/** Names in an answer that say something of the answer itself. */
const envelope = new Set(["version", "action", "status", "userMessage", "code", "requestId"]);

/**
 * Reads the answer of an API by Entra's contract: 200 with `Continue` or `ShowBlockPage`; 400, also in the body, with
 * `ValidationError`, which only the step with a form can have.
 */
export function readConnectorAnswer(
  step: ConnectorStep,
  status: number,
  body: string,
): Result<ConnectorDecision, AnswerRefusal> {
  const answer = parseObject(body);
  if (status !== 200 && status !== 400)
    return wrong(
      status === 401 || status === 403
        ? `HTTP status ${status}: the API did not accept the credentials of the connector.`
        : `HTTP status ${status}, where 200 or 400 is answered.`,
    );
  if (answer === undefined) return wrong("The body is no JSON object.");
  const { version, action, userMessage } = answer;
  if (typeof version !== "string" || version === "") return wrong("version is missing; it is a text.");
  if (status === 400) return readValidation(step, answer);
  if (action === "Continue") {
    const claims = Object.entries(answer).filter(([name]) => !envelope.has(name));
    return accept({ kind: "continue", claims: Object.fromEntries(claims) });
  }
  if (action !== "ShowBlockPage")
    return wrong("With HTTP status 200 the action is Continue or ShowBlockPage.");
  const message = readMessage(userMessage);
  return message === undefined ? wrongMessage() : accept({ kind: "block", message });
}

function readValidation(
  step: ConnectorStep,
  { action, status, userMessage }: Readonly<Record<string, unknown>>,
): Result<ConnectorDecision, AnswerRefusal> {
  if (action !== "ValidationError") return wrong("With HTTP status 400 the action is ValidationError.");
  if (String(status) !== "400") return wrong("status is 400 in the body too.");
  if (step !== "before-creation") return wrong("ValidationError is only answered after the form.");
  const message = readMessage(userMessage);
  return message === undefined ? wrongMessage() : accept({ kind: "validation-error", message });
}

function readMessage(message: unknown): string | undefined {
  return typeof message === "string" && message.trim() !== "" ? message.slice(0, longestMessage) : undefined;
}

function parseObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function wrong(detail: string) {
  return refuse({ code: "answer-wrong", detail });
}

function wrongMessage() {
  return wrong("userMessage is missing; it is what the person reads.");
}
