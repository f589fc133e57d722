import type { Parameter } from "./more-parameters.ts";

/** How an answer of the authorization endpoint came. */
export type AnswerPath = "query" | "fragment" | "form_post";

/** What an application learns when something is refused (RFC 6749 sections 4.1.2.1 and 5.2). */
export interface ReportedError {
  readonly error: string;
  readonly description: string;
  /** The number after `AADSTS`, if one is given. */
  readonly number: string | undefined;
}

/** Whether parameters look like an answer of an authorization endpoint rather than a link of our own. */
export function isAnswer(parameters: Readonly<Record<string, string>>): boolean {
  return ["code", "error", "id_token", "access_token"].some((name) => parameters[name] !== undefined);
}

/** The error within an answer, if it is one. */
export function reportedError(fields: Readonly<Record<string, unknown>>): ReportedError | undefined {
  const { error, error_description: description } = fields;
  if (typeof error !== "string") return undefined;
  const text = typeof description === "string" ? description : "";
  return { error, description: text, number: /AADSTS(\d+)/.exec(text)?.[1] };
}

/** The members of a JSON object; none when the text is something else. */
export function jsonFields(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** Parameters as fields; of several with one name the first counts. */
export function fieldsOf(parameters: readonly Parameter[]): Readonly<Record<string, string>> {
  return Object.fromEntries(parameters.toReversed());
}
