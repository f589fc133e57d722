/**
 * Turns the frame of the mails from MJML into the HTML that mail programs understand. The outcome is kept in the
 * repository, so that the service starts without a compiler; run this after changing mail-frame.mjml.
 */
import { readFileSync, writeFileSync } from "node:fs";
import mjml2html from "mjml";

const folder = new URL("../src/platform/mail/frame/", import.meta.url);

/** MJML takes colours only, no places: the source has these, and in the compiled frame each is a place to fill in. */
const colourPlaces = {
  "#1b6b5c": "[[accent]]",
  "#1b6b5d": "[[link]]",
  "#fefefe": "[[onAccent]]",
  "#6fc9b5": "[[darkLink]]",
  "#22796a": "[[darkAccent]]",
  "#fdfdfd": "[[onDarkAccent]]",
};

/**
 * The compiled frame. Throws when the source has mistakes. MJML writes everything from the left: the places where it
 * says so are filled in for the language of each mail.
 */
export async function compileMailFrame(): Promise<string> {
  const source = readFileSync(new URL("mail-frame.mjml", folder), "utf8");
  const { html, errors } = await mjml2html(source, { fonts: {}, validationLevel: "soft" });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join("\n"));
  const withPlaces = Object.entries(colourPlaces).reduce(
    (text, [colour, name]) => text.replaceAll(colour, name),
    html,
  );
  return `${withPlaces
    .replaceAll("direction:ltr", "direction:[[direction]]")
    .replaceAll("text-align:left", "text-align:[[start]]")
    .replaceAll('align="left"', 'align="[[start]]"')
    .replace(/^[ \t]+/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim()}\n`;
}

if (import.meta.main) writeFileSync(new URL("mail-frame.html", folder), await compileMailFrame());
