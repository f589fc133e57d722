import { html } from "hono/html";
import { postForm } from "../layout/form.ts";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { wordsOf } from "../words/words.ts";

/** The way back for somebody who does not have the mailbox of the address they gave. */
export function changeAddress(view: {
  readonly frame: Frame;
  readonly csrf: string;
  readonly changeAddressAction?: string | undefined;
}): Html | undefined {
  const { frame, csrf, changeAddressAction } = view;
  if (changeAddressAction === undefined) return undefined;
  const label = wordsOf(frame)("sign-up.change-address");
  return postForm({ csrf, action: changeAddressAction }, html`<button class="link">${label}</button>`);
}
