import { html } from "hono/html";
import type { Frame } from "../layout/frame.ts";
import type { Html } from "../layout/html.ts";
import { page } from "../layout/page.ts";
import type { Tester } from "./tester.ts";

type BrowserScript = "decode-pasted-token" | "forward-fragment" | "redeem-code";

export interface TesterPageContent {
  readonly title: string;
  readonly body: Html;
  readonly browserScripts?: readonly BrowserScript[];
  readonly scripts?: readonly ("copy-button" | "show-password" | "submit-at-once" | "go-at-once")[];
}

/** A page of the tester: wide, in English, with the tester's own stylesheet. */
export function testerFrame(tester: Tester, content: TesterPageContent): Html {
  const frame: Frame = {
    language: "en",
    organisation: undefined,
    demo: tester.machine.configuration.mode === "demo",
    path: "/tester",
  };
  return page(frame, {
    title: content.title,
    wide: true,
    scripts: content.scripts ?? [],
    headExtra: html`<link rel="stylesheet" href="/tester/assets/browser/tester.css">
${(content.browserScripts ?? []).map((name) => html`<script type="module" src="/tester/assets/browser/${name}.js"></script>`)}`,
    body: content.body,
  });
}
