import { html } from "hono/html";
import type { Frame, NamedApplication } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import { type MessageKey, type PlainMessageKey, words } from "../words/words.ts";

/** How the sign-in on a device ended. `too-late`: its time is over, or somebody decided before. */
export type DeviceEnd = "approved" | "declined" | "too-late";

const texts = {
  approved: { title: "device-done.title", lead: "device-done.lead", todo: "device-done.close" },
  declined: { title: "device-declined.title", lead: "device-declined.lead", todo: "device-declined.todo" },
  "too-late": { title: "device-late.title", lead: "device-late.lead", todo: "device-late.todo" },
} as const satisfies Record<
  DeviceEnd,
  { readonly title: PlainMessageKey; readonly lead: MessageKey; readonly todo: PlainMessageKey }
>;

/** What became of the sign-in on the other device. */
export function deviceDonePage(view: {
  readonly frame: Frame;
  readonly application: NamedApplication;
  readonly end: DeviceEnd;
}): Html {
  const t = words(view.frame.language);
  const { title, lead, todo } = texts[view.end];
  const application = html`<strong>${view.application.displayName}</strong>`;
  return page(view.frame, {
    title: t(title),
    body: html`<p class="lead">${t.rich(lead, { application })}</p>
<p>${t(todo)}</p>`,
  });
}
