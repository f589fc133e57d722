import { longestTokenLifetimeSeconds } from "./lifetimes.ts";

const hour = 3600;
const day = 24 * hour;

/** Clients keep our key list for a day: a key is published that long before it signs. */
const publishedBeforeUseSeconds: number = day;
/** How long one key signs before the next takes over by itself. */
const signingPeriodSeconds: number = 90 * day;
/** A retired key stays published until the last token it signed is over, and a day for clocks and caches. */
const retiredKeptSeconds: number = longestTokenLifetimeSeconds + day;

/** A key's age and place in the ring. */
export interface KeyInRing {
  readonly keyId: string;
  readonly state: "next" | "current" | "retired";
  readonly createdAt: Date;
  readonly currentSince: Date | undefined;
  readonly retiredAt: Date | undefined;
}

/** What is to be done with the ring now. */
export interface RingChange {
  /** The current key retires, the next one signs, a new next is made. */
  readonly rotate: boolean;
  /** Keys no token needs any more. */
  readonly remove: readonly string[];
}

/**
 * Decides about the ring. `asked` is an operator's wish to rotate before the time: it still waits until clients
 * had a day to see the next key.
 */
export function ringChange(keys: readonly KeyInRing[], now: Date, asked: boolean): RingChange {
  const current = keys.find((key) => key.state === "current");
  const next = keys.find((key) => key.state === "next");
  const isOver = (since: Date | undefined, seconds: number) =>
    since !== undefined && now.getTime() - since.getTime() >= seconds * 1000;
  return {
    rotate:
      isOver(next?.createdAt, publishedBeforeUseSeconds) &&
      (asked || isOver(current?.currentSince, signingPeriodSeconds)),
    remove: keys
      .filter((key) => key.state === "retired" && isOver(key.retiredAt, retiredKeptSeconds))
      .map((key) => key.keyId),
  };
}
