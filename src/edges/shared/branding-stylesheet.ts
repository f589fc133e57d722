import { type CssNode, generate, lexer, parse, walk } from "css-tree";
import { accept, type Result, refuse } from "../../foundation/result.ts";

/**
 * An organisation's own stylesheet, within limits. It names parts of a page by the classes that Entra's stylesheets
 * name them by, and may change how these look: colours, letters, lines and the space inside. It cannot hide, move or
 * cover anything, add words, or load anything from elsewhere.
 */
const parts: Readonly<Record<string, string>> = {
  "ext-background-image": "body",
  "ext-sign-in-box": ".sheet",
  "ext-header": ".owner",
  "ext-header-logo": ".banner",
  "ext-banner-logo": ".banner",
  "ext-title": "h1",
  "ext-subtitle": ".lead",
  "ext-button": "button",
  "ext-primary": ".primary",
  "ext-secondary": ".secondary",
  "ext-input": "input",
  "ext-text-box": "input",
  "ext-has-error": "[aria-invalid]",
  "ext-error": ".field-error",
  "ext-boilerplate-text": ".sign-in-text",
  "ext-footer": ".page-footer",
  "ext-footer-links": ".page-footer",
  "ext-footer-item": ".page-footer a",
};

const states: ReadonlySet<string> = new Set(["hover", "focus", "focus-visible", "active", "visited"]);

const properties =
  /^(color|background|background-color|border(-(top|right|bottom|left|block|inline)(-(start|end))?)?(-(width|style|color))?|border-radius|box-shadow|font|font-(family|size|style|weight|variant)|letter-spacing|line-height|text-(align|decoration|transform|shadow)|padding(-(top|right|bottom|left|block|inline)(-(start|end))?)?|accent-color|outline(-(color|style|width|offset))?)$/;

const functions: ReadonlySet<string> = new Set([
  "rgb",
  "rgba",
  "hsl",
  "hsla",
  "oklch",
  "linear-gradient",
  "radial-gradient",
  "calc",
  "min",
  "max",
  "clamp",
]);

export interface StylesheetProblem {
  readonly line: number;
  readonly problem: string;
}

export interface StylesheetRefusal {
  readonly code: "stylesheet-outside-limits";
  readonly problems: readonly StylesheetProblem[];
}

/** The stylesheet as our pages need it, or everything in it that is outside the limits. */
export function translateStylesheet(text: string): Result<string, StylesheetRefusal> {
  const problems: StylesheetProblem[] = [];
  const report = (node: CssNode, problem: string) =>
    problems.push({ line: node.loc?.start.line ?? 1, problem });
  const tree = parse(text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: (error) => problems.push({ line: error.line, problem: error.message }),
  });
  walk(tree, (node) => {
    const problem = problemOf(node);
    if (problem !== undefined) report(node, problem);
  });
  if (problems.length > 0) return refuse({ code: "stylesheet-outside-limits", problems });
  walk(tree, (node) => {
    if (node.type === "ClassSelector") node.name = `:is(${parts[node.name]})`;
  });
  // The library writes a class with its dot; what stands here for a class is no class any more.
  return accept(generate(tree).replaceAll(".:is(", ":is("));
}

function problemOf(node: CssNode): string | undefined {
  switch (node.type) {
    case "Atrule":
      return node.name === "media" ? undefined : `@${node.name} is not taken.`;
    case "ClassSelector":
      return Object.hasOwn(parts, node.name)
        ? undefined
        : `.${node.name} is no part of a page. There are: ${Object.keys(parts).join(", ")}.`;
    case "TypeSelector":
      return node.name === "a" ? undefined : `Name parts by their class; ${node.name} is not taken.`;
    case "PseudoClassSelector":
      return states.has(node.name) ? undefined : `:${node.name} is not taken.`;
    case "IdSelector":
    case "AttributeSelector":
    case "PseudoElementSelector":
    case "NestingSelector":
      return "Name parts by their class.";
    case "Declaration":
      return problemOfDeclaration(node.property, node);
    case "Url":
      return "Nothing is loaded; upload pictures as files of the branding.";
    case "Function":
      return functions.has(node.name.toLowerCase()) ? undefined : `${node.name}() is not taken.`;
    case "Raw":
      return "This cannot be read.";
    default:
      return undefined;
  }
}

function problemOfDeclaration(property: string, node: CssNode & { readonly type: "Declaration" }) {
  if (!properties.test(property.toLowerCase())) return `${property} is not taken.`;
  const { error } = lexer.matchProperty(property, node.value);
  return error === null ? undefined : `The value of ${property} cannot be read.`;
}
