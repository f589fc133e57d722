/** One line of the table. */
export interface Figure {
  readonly what: string;
  /** The figure with its unit. */
  readonly figure: string;
  /** The ratio to what this run compares with. */
  readonly ratio?: string;
  readonly goal?: string;
  readonly isMet?: boolean;
}

/** How one run measures. */
export interface Run {
  /** Shortens everything, to see whether the bench works. */
  readonly isQuick: boolean;
  /** Clients at once. */
  readonly connections: number;
  /** How long one repetition takes. */
  readonly seconds: number;
  readonly repetitions: number;
  /** Says what is being done. */
  note(text: string): void;
}

/** One measurement: prints nothing, returns its lines. */
export type Measurement = (run: Run) => Promise<Figure[]>;

/** The middle one of several. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** A rate with its unit. */
export function perSecond(rate: number, what: string): string {
  return `${Math.round(rate).toLocaleString("en")} ${what}/s`;
}

/** A share of something else measured in the same run. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
