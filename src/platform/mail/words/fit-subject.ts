import type { Language } from "../../../foundation/language.ts";
import { isolated, lengthOf, shorten } from "./typed-text.ts";

/** Longer subjects are cut off by the mail programs of phones. */
const longestSubject = 60;

/**
 * A subject of at most 60 characters. What does not fit is taken from the two typed parts, and from the longer one
 * first, so that neither the person nor the destination disappears.
 */
export function fitSubject(
  language: Language,
  write: (first: string, second: string) => string,
  first: string,
  second: string,
): string {
  const room =
    longestSubject - lengthOf(write("", "")) - marksAround(language, first) - marksAround(language, second);
  const [firstLength, secondLength] = [lengthOf(first), lengthOf(second)];
  if (firstLength + secondLength <= room) return write(first, second);
  const half = Math.floor(room / 2);
  const firstRoom = Math.max(half, room - secondLength);
  const shortFirst = shorten(first, firstRoom);
  return write(shortFirst, shorten(second, room - lengthOf(shortFirst)));
}

/** The invisible marks that keep a name of the other direction to itself count, too. */
function marksAround(language: Language, text: string): number {
  return isolated(language, text).length - text.length;
}
