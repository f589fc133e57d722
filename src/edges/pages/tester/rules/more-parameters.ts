/** A parameter of a request or an answer, in its order. */
export type Parameter = readonly [name: string, value: string];

/** Reads `name=value` pairs, one a line or joined by `&`; values may be percent-encoded or not. */
export function moreParameters(text: string): readonly Parameter[] {
  return text
    .split(/[\n&]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...rest] = pair.split("=");
      return [decoded(name.trim()), decoded(rest.join("=").trim())] as const;
    })
    .filter(([name]) => name !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
