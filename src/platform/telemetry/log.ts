import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** Property names that never reach a log, wherever a careless object carries them. */
const secretNames: ReadonlySet<string> = new Set([
  "password",
  "clientSecret",
  "client_secret",
  "code",
  "token",
  "ticket",
  "refreshToken",
  "refresh_token",
  "accessToken",
  "access_token",
  "idToken",
  "id_token",
  "cookie",
  "authorization",
  "code_verifier",
  "assertion",
]);
const deepestLook = 3;

/** A copy without secrets, or the object itself when it has none; a line per request must cost next to nothing. */
function withoutSecrets(object: object, depth = deepestLook): object {
  let clean = object;
  for (const [name, value] of Object.entries(object)) {
    const kept = secretNames.has(name)
      ? "[secret]"
      : depth > 1 && isPlain(value)
        ? withoutSecrets(value, depth - 1)
        : value;
    if (kept === value) continue;
    if (clean === object) clean = Array.isArray(object) ? [...object] : { ...object };
    (clean as Record<string, unknown>)[name] = kept;
  }
  return clean;
}

/** Whether JSON shows what is inside; a Date, a Buffer or an Error writes itself. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}

/** `code` is a secret's name elsewhere; an error's own code (SQLSTATE, ECONNREFUSED) is what the operator needs. */
function shownError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, ...shown } = pino.stdSerializers.err(error) as { code?: unknown };
  return withoutSecrets(code === undefined ? shown : { ...shown, errorCode: code });
}

/** The service's log: JSON lines on standard error, so that standard output stays for what a command prints. */
export function openLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (object) => withoutSecrets(object) as Record<string, unknown>,
      },
      // Errors are logged under this name; without a serializer nothing would be left of them.
      serializers: { error: shownError },
    },
    destination,
  );
}
