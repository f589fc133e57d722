/** What is known about the certificates of a provider. */
export interface WatchedCertificates {
  /** When the last of them ends. */
  readonly endsAt: Date;
  /** Whether the provider publishes its certificates at an address. */
  readonly hasMetadata: boolean;
}

export type CertificateWarning = "ended" | "ends-soon";

const day = 24 * 3600 * 1000;

/** From here on the next certificate is looked for every day. */
const watchedDays = 30;
/** A partner may also change or withdraw a key that has long to live. */
const restDays = 7;
/** Who publishes certificates has until here to publish the next one. */
const publishedLateDays = 7;

/** Whether it is time to ask for a provider's metadata again. */
export function isMetadataDue(endsAt: Date, askedAt: Date | undefined, now: Date): boolean {
  if (askedAt === undefined) return true;
  const isWatched = endsAt.getTime() - now.getTime() < watchedDays * day;
  return now.getTime() - askedAt.getTime() >= (isWatched ? 1 : restDays) * day;
}

/**
 * What an administrator is warned of. An ended certificate is still believed: partners replace them late, and no date
 * makes a key known to others. But whoever lets one end may change the key that day.
 */
export function certificateWarning(
  { endsAt, hasMetadata }: WatchedCertificates,
  now: Date,
): CertificateWarning | undefined {
  const left = endsAt.getTime() - now.getTime();
  if (left <= 0) return "ended";
  return left < (hasMetadata ? publishedLateDays : watchedDays) * day ? "ends-soon" : undefined;
}
