/** A span of the calendar (ISO 8601 durations without hours). */
export interface Period {
  readonly months: number;
  readonly days: number;
}

/**
 * A moment moved on by some periods, in UTC. Where a month is too short for the day, its last day counts: a month after
 * 31 January is the end of February, two months after it 31 March.
 */
export function periodsAfter(start: Date, { months, days }: Period, count = 1): Date {
  const month = start.getUTCMonth() + months * count;
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const moved = new Date(start);
  moved.setUTCFullYear(start.getUTCFullYear(), month, Math.min(start.getUTCDate(), lastDay));
  moved.setUTCDate(moved.getUTCDate() + days * count);
  return moved;
}

/** Whether a period moves on at all. */
export function isSomePeriod({ months, days }: Period): boolean {
  return months > 0 || days > 0;
}
