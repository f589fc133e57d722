import { type Context, Hono } from "hono";
import { parseGuid } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import {
  clearMailbox,
  findInMailbox,
  listMailbox,
  type MailboxMessage,
} from "../../../platform/mail/read-mailbox.ts";
import { frameOf } from "../layout/frame-of.ts";
import { problemPage } from "../views/problem-page.ts";
import { mailboxMessagePage } from "./mailbox-message-page.ts";
import { mailboxPage } from "./mailbox-page.ts";

/**
 * The built-in mailbox, to be mounted at /mailbox. Demo mode only: it shows everybody's mail to anybody.
 */
export function mailboxRoutes(machine: Machine): Hono {
  if (machine.configuration.mode !== "demo") throw new Error("the built-in mailbox exists in demo mode only");
  return new Hono()
    .get("/", async (c) => {
      const to = c.req.query("to")?.replaceAll("\0", "").trim() ?? "";
      const messages = await listMailbox(machine, to === "" ? undefined : { text: to, whole: false });
      return c.html(mailboxPage({ frame: frameOf(c, machine, undefined), to, messages }));
    })
    .get("/messages/:id", async (c) => {
      const message = await findMessage(c, machine);
      if (message === undefined) return notThere(c, machine);
      c.header("content-security-policy", messagePagePolicy);
      return c.html(mailboxMessagePage({ frame: frameOf(c, machine, undefined), message }));
    })
    .get("/messages/:id/content", async (c) => {
      const message = await findMessage(c, machine);
      if (message === undefined) return notThere(c, machine);
      c.header("content-security-policy", contentPolicy);
      return c.html(opensOnTop(withPictures(message)));
    })
    .get("/api/messages", async (c) => {
      const to = c.req.query("to")?.replaceAll("\0", "").trim() ?? "";
      const messages = await listMailbox(machine, to === "" ? undefined : { text: to, whole: true });
      c.header("cache-control", "no-store");
      return c.json(messages.map(wireMessage));
    })
    .delete("/api/messages", async (c) => {
      await clearMailbox(machine);
      return c.body(null, 204);
    });
}

/** The page around a mail: like every page, and it may show the mail in a frame. */
const messagePagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The mail itself: no script, no pictures from elsewhere, no origin; its links open in the window around it. */
const contentPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; base-uri 'none'";

async function findMessage(c: Context, machine: Machine): Promise<MailboxMessage | undefined> {
  const id = parseGuid(c.req.param("id") ?? "");
  return id && (await findInMailbox(machine, id));
}

function notThere(c: Context, machine: Machine) {
  const frame = frameOf(c, machine, undefined, { path: "/mailbox" });
  return c.html(problemPage({ frame, problem: "page-not-found", nextUrl: "/mailbox" }), 404);
}

function opensOnTop(html: string): string {
  return html.replaceAll('target="_blank"', "").replaceAll("<a", '<a target="_top"');
}

/** Mail programs find pictures by their content ids; a browser needs them where they are shown. */
function withPictures({ html, pictures }: MailboxMessage): string {
  return pictures.reduce(
    (text, { contentId, mediaType, base64 }) =>
      text.replaceAll(`src="cid:${contentId}"`, `src="data:${mediaType};base64,${base64}"`),
    html,
  );
}

function wireMessage({ id, from, to, cc, subject, html, text, links, receivedAt }: MailboxMessage) {
  return { id, from, to, cc, subject, html, text, links, receivedAt: receivedAt.toISOString() };
}
