import type { ConnectionFinding } from "./connection-check.ts";

export interface DatedCertificate {
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly issuer: string;
}

const dayMilliseconds = 24 * 3600 * 1000;

/** Whether at least one certificate is good now, and until when each is. */
export function judgeCertificates(certificates: readonly DatedCertificate[], now: Date): ConnectionFinding {
  const isGood = certificates.some(({ validFrom, validTo }) => validFrom <= now && now < validTo);
  return {
    check: "signing-certificates",
    outcome: isGood ? "passed" : "failed",
    detail: certificates.map((one) => datesOf(one, now)).join("; ") || "none can be read",
  };
}

function datesOf({ validFrom, validTo, issuer }: DatedCertificate, now: Date): string {
  const days = Math.floor((validTo.getTime() - now.getTime()) / dayMilliseconds);
  const from = validFrom.toISOString().slice(0, 10);
  const to = validTo.toISOString().slice(0, 10);
  return `${from} to ${to} (${days} days left), by ${issuer || "itself"}`;
}
