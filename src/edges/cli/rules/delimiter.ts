export type Delimiter = "," | ";" | "\t";

const delimiters: readonly Delimiter[] = [",", ";", "\t"];

/** The delimiter of a CSV file, by its row of headings: spreadsheets write the one of the country they run in. */
export function detectDelimiter(beginning: string): Delimiter {
  const headings = beginning
    .split(/\r\n|\r|\n/)
    .find((line) => line.trim() !== "" && !/^"?version:/i.test(line));
  const outsideQuotes = (headings ?? "").replace(/"[^"]*"?/g, "");
  const count = (delimiter: Delimiter) => outsideQuotes.split(delimiter).length - 1;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
