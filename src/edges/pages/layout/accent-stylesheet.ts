import { type AccentColours, accentColours } from "../../../platform/colours/accent-colours.ts";

/** The stylesheet that colours buttons and links with an organisation's accent, readable in light and dark. */
export function accentStylesheet(colour: string): string {
  const { light, dark } = accentColours(colour);
  return `${declarations(light)}\n@media (prefers-color-scheme:dark){${declarations(dark)}}\n`;
}

function declarations(colours: AccentColours): string {
  return `:root{--accent:${colours.button};--on-accent:${colours.onButton};--link:${colours.link}}`;
}
