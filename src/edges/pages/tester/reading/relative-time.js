// @ts-check
const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** @type {readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]} */
const units = [
  ["year", 31_536_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/**
 * How far a moment is away, rounded: "in 59 minutes", "2 days ago".
 * @param {number} seconds
 * @param {number} nowSeconds
 * @returns {string}
 */
export function relativeTime(seconds, nowSeconds) {
  const distance = seconds - nowSeconds;
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? ["second", 1];
  return format.format(Math.round(distance / size), unit);
}
