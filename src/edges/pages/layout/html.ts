import type { HtmlEscapedString } from "hono/utils/html";

/** Markup made by `html` templates, in which everything a person typed has been escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
