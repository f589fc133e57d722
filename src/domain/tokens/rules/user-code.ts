/** RFC 8628 section 6.1: no vowels, so that no words appear, and no letters that are read as digits. */
const alphabet = "BCDFGHJKLMNPQRSTVWXZ";
const length = 8;

/** Makes a user code from numbers that are each at least 0 and less than 1; it is shown as `WDJB-MJHT`. */
export function userCodeFrom(random: () => number): string {
  const letters = Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]);
  return `${letters.slice(0, length / 2).join("")}-${letters.slice(length / 2).join("")}`;
}

/** What somebody typed as the letters that count: in any case, with whatever they put in between. */
export function lettersOfUserCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z]/g, "");
}
