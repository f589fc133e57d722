import { translateStylesheet } from "../../../shared/branding-stylesheet.ts";
import { badRequest } from "../../graph-error.ts";

const largestBytes = 25 * 1024;

/** A stylesheet that keeps to the limits. Throws 400 naming line by line what does not. */
export function readStylesheet(content: Buffer): Buffer {
  if (content.length > largestBytes)
    throw badRequest("The stylesheet is too large.", {
      code: "StylesheetTooLarge",
      message: `At most ${largestBytes / 1024} KB.`,
    });
  const translated = translateStylesheet(content.toString("utf8"));
  if (translated.ok) return content;
  throw badRequest(
    "The stylesheet is outside the limits.",
    ...translated.refusal.problems.slice(0, 20).map(({ line, problem }) => ({
      code: "StylesheetNotTaken",
      target: `line ${line}`,
      message: problem,
    })),
  );
}
