import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/** Property names that never reach a log, wherever a careless object carries them. */
const secretNames = [
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
];

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
      formatters: { level: (label) => ({ level: label }) },
      // Errors are logged under this name; without a serializer nothing would be left of them.
      serializers: { error: pino.stdSerializers.err },
      redact: {
        paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: "[secret]",
      },
    },
    destination,
  );
}
