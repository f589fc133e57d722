import { html } from "hono/html";
import type { Html } from "./html.ts";
import { type IconName, icon } from "./icons.ts";

const iconOfMood: Record<"good" | "bad" | "calm", IconName> = {
  good: "circle-check",
  bad: "circle-alert",
  calm: "info",
};

/** A short message set apart from the text; news a person must hear is announced. */
export function notice(mood: "good" | "bad" | "calm", content: string | Html): Html {
  const role = mood === "bad" ? "alert" : "status";
  return html`<div class="notice ${mood}" role="${role}">${icon(iconOfMood[mood])}<div><p>${content}</p></div></div>`;
}
