import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { raw } from "hono/html";
import type { FederatedProviderKind } from "../../../domain/directory/rules/external-identity.ts";
import type { Html } from "./html.ts";

/**
 * The marks of providers that ask for theirs on the button. Google, Facebook, Microsoft and LinkedIn want their own
 * colours, on white where the page is dark; Apple and GitHub one colour, which is that of the words beside it.
 */
const drawings: { readonly [Kind in FederatedProviderKind]?: Drawing } = {
  google: { name: "google-icon", isColoured: true },
  facebook: { name: "facebook", isColoured: true },
  microsoft: { name: "microsoft-icon", isColoured: true },
  entra: { name: "microsoft-icon", isColoured: true },
  linkedin: { name: "linkedin-icon", isColoured: true },
  apple: { name: "apple", isColoured: false },
  github: { name: "github-icon", isColoured: false },
};

interface Drawing {
  readonly name: string;
  readonly isColoured: boolean;
}

const packages = createRequire(import.meta.url);
const collection = readFileSync(packages.resolve("@iconify-json/logos/icons.json"), "utf8");
const marks = new Map(
  Object.entries(drawings).map(([kind, drawing]) => [kind as FederatedProviderKind, loadMark(drawing)]),
);

/** The collection has thousands, of which to read a handful: the whole of it would take a while at each start. */
function loadMark({ name, isColoured }: Drawing): string {
  const begin = collection.indexOf(`"${name}": {`);
  const text = collection.slice(collection.indexOf("{", begin), collection.indexOf("}", begin) + 1);
  const { body, width = 256, height = 256 } = JSON.parse(text) as DrawnMark;
  const shapes = isColoured ? body : body.replaceAll(/ fill="[^"]*"/g, "");
  const look = isColoured ? `class="provider-mark coloured"` : `class="provider-mark" fill="currentColor"`;
  return `<svg ${look} viewBox="0 0 ${width} ${height}" width="20" height="20" aria-hidden="true" focusable="false">${shapes}</svg>`;
}

interface DrawnMark {
  readonly body: string;
  readonly width?: number;
  readonly height?: number;
}

/** The mark of a provider, where its kind has one; the words beside it name the provider. */
export function brandMark(kind: FederatedProviderKind): Html | undefined {
  const mark = marks.get(kind);
  return mark === undefined ? undefined : raw(mark);
}
