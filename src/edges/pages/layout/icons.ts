import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { raw } from "hono/html";
import type { Html } from "./html.ts";

const iconNames = [
  "arrow-right",
  "building-2",
  "check",
  "chevron-down",
  "chevron-right",
  "circle-alert",
  "circle-check",
  "circle-minus",
  "circle-user-round",
  "clock",
  "copy",
  "globe",
  "id-card",
  "inbox",
  "info",
  "key-round",
  "layout-grid",
  "link",
  "log-out",
  "mail",
  "mail-x",
  "plug",
  "refresh-cw",
  "send",
  "shield-check",
  "test-tube-diagonal",
  "triangle-alert",
  "user-plus",
  "users",
] as const;

export type IconName = (typeof iconNames)[number];

/** Drawings that point along the line of writing: the stylesheet turns them round from right to left. */
const turning: ReadonlySet<string> = new Set(["arrow-right", "chevron-right", "log-out", "send"]);
const packages = createRequire(import.meta.url);

function loadIcon(name: IconName): string {
  const drawing = readFileSync(packages.resolve(`lucide-static/icons/${name}.svg`), "utf8");
  const shapes = drawing.slice(
    drawing.indexOf(">", drawing.indexOf("<svg")) + 1,
    drawing.lastIndexOf("</svg>"),
  );
  return `<svg class="${turning.has(name) ? "icon turns" : "icon"}" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true" focusable="false">${shapes.replace(/\s+/g, " ").trim()}</svg>`;
}

const icons = Object.fromEntries(iconNames.map((name) => [name, loadIcon(name)])) as Record<IconName, string>;

/** A decorative drawing; the words beside it carry the meaning. */
export function icon(name: IconName): Html {
  return raw(icons[name]);
}
