import { html, raw } from "hono/html";
import type { Html } from "../layout/html.ts";
import type { Sketch } from "./reading/draw-token.js";

/** Writes a drawing as HTML. Tags and attribute names are the drawing's own; everything else is escaped. */
export function writeSketch(sketch: Sketch): Html {
  if (typeof sketch === "string") return html`${sketch}`;
  const attributes = Object.entries(sketch.attributes ?? {}).map(
    ([name, value]) => html`${raw(` ${name}`)}="${value}"`,
  );
  return html`${raw(`<${sketch.tag}`)}${attributes}${raw(">")}${sketch.children.map(writeSketch)}${raw(`</${sketch.tag}>`)}`;
}
