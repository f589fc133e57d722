/** Whether the `claims` parameter is a JSON object, or absent. */
export function isClaimsParameter(text: string | undefined): boolean {
  return text === undefined || parseObject(text) !== undefined;
}

/** One part of the `claims` parameter (OpenID Connect Core section 5.5); what cannot be read asks for nothing. */
export function claimsPart(
  text: string | undefined,
  part: "id_token" | "access_token",
): Readonly<Record<string, unknown>> {
  const found = text === undefined ? undefined : parseObject(text)?.[part];
  return isRecord(found) ? found : {};
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** What a client declares that it can handle, in `access_token.xms_cc` of the dialect. `cp1`: claims challenges. */
export function clientCapabilities(text: string | undefined): string[] {
  const declared = claimsPart(text, "access_token")["xms_cc"];
  const values = isRecord(declared) && Array.isArray(declared["values"]) ? declared["values"] : [];
  return values.some((value) => String(value).toLowerCase() === "cp1") ? ["cp1"] : [];
}

/** The moment since which the person must have proved themselves: an essential `access_token.nbf`, in seconds. */
export function provenSince(text: string | undefined): Date | undefined {
  const asked = claimsPart(text, "access_token")["nbf"];
  if (!isRecord(asked) || asked["essential"] !== true) return undefined;
  const seconds = String(asked["value"]);
  return /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
