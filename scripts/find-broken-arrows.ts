import { isBuiltin } from "node:module";
import type { ArrowTable } from "./arrows.ts";
import { findCircles } from "./find-circles.ts";
import type { Finding, ImportedModule, SourceFile } from "./read-sources.ts";

/** Where a file stands in the house. */
interface Place {
  readonly path: string;
  readonly layer: string;
  /** The folder inside the layer: `invitations` of `src/domain/invitations/rules/invitation.ts`. */
  readonly folder: string | undefined;
  readonly inRules: boolean;
  readonly isStore: boolean;
  readonly isTest: boolean;
}

interface Question {
  readonly from: Place;
  readonly imported: ImportedModule;
  /** Undefined for libraries, parts of Node, and files outside src. */
  readonly to: Place | undefined;
  readonly table: ArrowTable;
}

/** A rule says what is wrong with an import, or nothing. */
type Rule = (question: Question) => string | undefined;

/** Every rule for one import, in the order they are reported. */
const rules: Readonly<Record<string, Rule>> = {
  "layers-point-down": ({ from, to, table }) =>
    to && table.layers.indexOf(to.layer) > table.layers.indexOf(from.layer)
      ? `${from.layer} may not import ${to.layer}`
      : undefined,

  "domain-arrows": ({ from, to, table }) => {
    if (from.layer !== "domain" || to?.layer !== "domain" || from.folder === to.folder) return undefined;
    const allowed = table.domain[from.folder ?? ""] ?? [];
    return allowed.includes(to.folder ?? "")
      ? undefined
      : `${from.folder} may import ${allowed.join(", ") || "no other domain folder"}, not ${to.folder}`;
  },

  "edges-do-not-meet": ({ from, to, table }) =>
    from.layer === "edges" && to?.layer === "edges" && ![from.folder, table.sharedEdge].includes(to.folder)
      ? `the edge ${from.folder} may not import the edge ${to.folder}`
      : undefined,

  "stores-stay-home": ({ from, to }) =>
    to?.isStore && !(from.layer === to.layer && from.folder === to.folder)
      ? `only src/${to.layer}/${to.folder}/ may use this store`
      : undefined,

  "rules-are-pure": ({ from, to }) =>
    from.inRules && !from.isTest && to && to.layer !== "foundation" && !to.inRules
      ? "rules import only foundation and other rules"
      : undefined,

  "rules-use-no-library": ({ from, imported }) =>
    from.inRules && !from.isTest && imported.file === undefined
      ? "rules use no library and nothing of Node"
      : undefined,

  "foundation-uses-no-library": ({ from, imported }) =>
    from.layer === "foundation" &&
    !from.isTest &&
    imported.file === undefined &&
    !isBuiltin(imported.specifier)
      ? "foundation uses no library"
      : undefined,

  "libraries-have-owners": ({ from, imported, table }) => {
    if (from.isTest || imported.file !== undefined || isBuiltin(imported.specifier)) return undefined;
    const library = packageOf(imported.specifier);
    const owners = table.libraries[library];
    if (owners === undefined) return `${library} has no owner in scripts/arrows.ts`;
    return owners.some((owner) => matches(owner, from.path))
      ? undefined
      : `${library} belongs to ${owners.join(", ")}`;
  },

  "source-imports-source": ({ from, imported, to }) =>
    !from.isTest && imported.file !== undefined && to === undefined
      ? "what runs may import only what is in src"
      : undefined,
};

/** Finds every import in `sources` (all of src) that the table does not allow, every circle, every unknown folder. */
export function findBrokenArrows(sources: readonly SourceFile[], table: ArrowTable): Finding[] {
  return [
    ...sources.flatMap((source) => findUnknownPlace(source, table)),
    ...sources.flatMap((source) => source.imports.flatMap((imported) => judge(source, imported, table))),
    ...findCircles(sources),
  ];
}

function judge(source: SourceFile, imported: ImportedModule, table: ArrowTable): Finding[] {
  const from = placeOf(source.path);
  const to = imported.file?.startsWith("src/") ? placeOf(imported.file) : undefined;
  return Object.entries(rules).flatMap(([rule, decide]) => {
    const complaint = decide({ from, imported, to, table });
    const message = `${complaint} (imports ${imported.file ?? imported.specifier})`;
    return complaint === undefined ? [] : [{ rule, file: source.path, line: imported.line, message }];
  });
}

/** A folder that no table knows would be allowed everything; so it is refused. */
function findUnknownPlace({ path }: SourceFile, table: ArrowTable): Finding[] {
  const { layer, folder } = placeOf(path);
  const known =
    layer === "domain" ? folder !== undefined && folder in table.domain : table.layers.includes(layer);
  const message = "this folder is not in scripts/arrows.ts";
  return known ? [] : [{ rule: "every-folder-is-known", file: path, line: 1, message }];
}

function placeOf(path: string): Place {
  const [, layer = "", ...rest] = path.split("/");
  return {
    path,
    // src/main.ts is the door of the composition root.
    layer: path === "src/main.ts" ? "app" : layer,
    folder: rest.length > 1 ? rest[0] : undefined,
    inRules: path.includes("/rules/"),
    isStore: path.endsWith("-store.ts"),
    isTest: path.endsWith(".test.ts"),
  };
}

/** `hono` of `hono/html`, `@hono/node-server` of `@hono/node-server/conninfo`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function matches(owner: string, path: string): boolean {
  return owner.startsWith("*") ? path.endsWith(owner.slice(1)) : path.startsWith(owner);
}
