/** Marks that turn the direction of the text around them: with them a name or an address reads as another. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;
/** Control characters, line and paragraph separators: what could end a header line and begin another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const breaks = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Text as it may stand in a mail header: one line, without control characters and direction marks. */
export function headerText(text: string): string {
  return text.replace(directionMarks, "").replace(breaks, " ").trim();
}
