/** How a page is lit. */
export type ColourScheme = "light" | "dark";

/**
 * A stylesheet as it is in one light, whatever the reader's device prefers; as it is where none is asked for. For
 * previews: a page cannot tell a frame in it what to prefer.
 */
export function inColourScheme(stylesheet: string, asked: string | undefined): string {
  if (asked !== "light" && asked !== "dark") return stylesheet;
  return stylesheet
    .replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g, (_all, scheme: string) =>
      scheme === asked ? "(min-width: 0px)" : "(max-width: 0px)",
    )
    .replace(/color-scheme:\s*light dark/g, `color-scheme: ${asked}`);
}

/** The address of a stylesheet in one light. */
export function addressInScheme(address: string, scheme: ColourScheme | undefined): string {
  return scheme === undefined ? address : `${address}${address.includes("?") ? "&" : "?"}scheme=${scheme}`;
}
