import { darken, getContrast, lighten, parseToRgb, rgb } from "polished";

/** The colour used where an organisation has chosen none; the same as in static/guesthouse.css. */
export const defaultAccent = "#1b6b5c";

const lightCard = "#ffffff";
const darkCard = "#1c2126";
/** WCAG 2.2 criterion 1.4.3: ordinary text on its ground. */
const readable = 4.5;

/** Colours for buttons and links on one ground, each as `#rrggbb`. */
export interface AccentColours {
  readonly button: string;
  readonly onButton: string;
  readonly link: string;
}

/**
 * What an organisation's colour comes to on our light and our dark ground, such that every text can be read (WCAG 2.2
 * criterion 1.4.3). What is no colour counts as none.
 */
export function accentColours(colour: string | undefined): {
  readonly light: AccentColours;
  readonly dark: AccentColours;
} {
  const accent = parseAccent(colour ?? "") ?? defaultAccent;
  return { light: coloursOn(lightCard, accent, darken), dark: coloursOn(darkCard, accent, lighten) };
}

/** A colour of three or six hexadecimal digits, with or without `#`, as `#rrggbb`; undefined for anything else. */
export function parseAccent(colour: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1];
  if (digits === undefined) return undefined;
  const { red, green, blue } = parseToRgb(`#${digits}`);
  const hexadecimal = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
  return `#${hexadecimal}`;
}

function coloursOn(
  card: string,
  accent: string,
  move: (amount: number, colour: string) => string,
): AccentColours {
  const link = untilReadable(accent, card, move);
  // A button the colour of the card could not be seen: then the link's colour, which stands out by its making, is used.
  const button = getContrast(accent, card) >= 1.6 ? accent : link;
  return { button, onButton: textOn(button), link };
}

function textOn(ground: string): string {
  return getContrast("#ffffff", ground) >= readable ? "#ffffff" : "#000000";
}

/** Moves a colour away from the ground in small steps until text in it can be read. */
function untilReadable(
  colour: string,
  ground: string,
  move: (amount: number, colour: string) => string,
): string {
  let moved = colour;
  for (let step = 0; step < 50 && getContrast(moved, ground) < readable; step += 1) moved = move(0.02, moved);
  return longForm(moved);
}

/** The library shortens #aabbcc to #abc; one form is easier to read and to test. */
function longForm(colour: string): string {
  const { red, green, blue } = parseToRgb(colour);
  return parseAccent(rgb(red, green, blue)) ?? colour;
}
