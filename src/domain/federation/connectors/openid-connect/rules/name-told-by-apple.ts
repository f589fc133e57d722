import { readProviderName } from "../../../rules/provider-name.ts";

/**
 * Apple tells the name the first time only, beside the code and not in the ID token: what the person's own browser
 * brings. It is good for what they are called, and for nothing else.
 */
export function nameToldByApple(parameters: URLSearchParams): string | undefined {
  const { name } = fieldsOf(parsed(parameters.get("user") ?? ""));
  const { firstName, lastName } = fieldsOf(name);
  const parts = [firstName, lastName].filter((part) => typeof part === "string");
  return readProviderName(parts.join(" "));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
