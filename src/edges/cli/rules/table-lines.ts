/**
 * Rows as lines whose columns stand below each other. Names and addresses come from people outside, so whatever would
 * command the terminal or turn the direction of text is shown as a blank.
 */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((row) => row.map(plainText));
  const widths: number[] = [];
  for (const row of shown)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, shownWidth(cell));
  return shown.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - shownWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** Text in which no character means anything to a terminal. */
function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
}

const twoCellsWide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

/** How many cells of a terminal a text takes. */
function shownWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) continue;
    width += twoCellsWide.test(character) ? 2 : 1;
  }
  return width;
}
