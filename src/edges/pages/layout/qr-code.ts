import { html, raw } from "hono/html";
import { encode } from "uqr";
import type { Html } from "./html.ts";

/** White around the code, which readers need to find it (ISO/IEC 18004). */
const quietModules = 4;

/** A text as a picture that phones read; dark on light in every colour scheme, as some read no other. */
export function qrCode(text: string, label: string): Html {
  const { size, data } = encode(text, { ecc: "M", border: quietModules });
  const dark = data.map(darkRuns).join("");
  return html`<svg class="qr-code" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="${label}"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${raw(dark)}"/></svg>`;
}

/** The dark runs of a row as parts of a path: shorter than a square for each module. */
function darkRuns(row: readonly boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    const length = x - start + 1;
    runs.push(`M${start} ${y}h${length}v1h-${length}z`);
  }
  return runs.join("");
}
