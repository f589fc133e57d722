/**
 * RFC 6749 section 5.2 wants an error as text, with status 400. GitHub sends it with status 200, and Facebook as an
 * object: turned round here, so that nobody takes the one for a success and the other for nonsense.
 */
export function asOAuthAnswer(
  status: number,
  body: string,
): { readonly status: number; readonly body: string } {
  const read = parsed(body);
  const { error } = read;
  if (error === undefined) return { status, body };
  if (typeof error === "string") return { status: status === 200 ? 400 : status, body };
  const { message } = parsed(JSON.stringify(error));
  const told = { error: "invalid_request", error_description: plain(message) };
  return { status: 400, body: JSON.stringify(told) };
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function plain(message: unknown): string {
  return typeof message === "string" ? message.slice(0, 500) : "The provider gave no reason.";
}
