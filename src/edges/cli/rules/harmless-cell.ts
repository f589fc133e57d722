/**
 * A cell that a spreadsheet shows as text. One that begins like a formula would be worked out when the file is
 * opened, and its text comes from people outside; an apostrophe in front stops that.
 */
export function harmlessCell(text: string): string {
  return /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}
