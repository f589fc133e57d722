import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { mailboxPage } from "../../src/edges/pages/mailbox/mailbox-page.ts";

/** The mailbox full, empty, and after a search that found nothing. */
export function sampleMailboxPages(frame: Frame): Record<string, Html> {
  const invited = {
    id: "0199b6a0-0000-7000-8000-000000000001",
    from: "Contoso via Guesthouse <invitations@localhost>",
    to: ["bert@fabrikam.example"],
    cc: ["a-very-long-address-of-somebody-in-a-department@engineering.fabrikam.example"],
    subject: "Ana Lund invites you to Tender Room",
    html: "",
    text: "",
    links: [],
    headers: [],
    pictures: [],
    receivedAt: new Date("2026-11-23T09:15:00Z"),
  };
  const code = { ...invited, id: "2", cc: [], subject: "12345678 is your code for <Contoso>" };
  const site = { ...frame, organisation: undefined, demo: true };
  return {
    mailbox: mailboxPage({ frame: site, to: "", messages: [code, invited] }),
    "mailbox-empty": mailboxPage({ frame: site, to: "", messages: [] }),
    "mailbox-none-found": mailboxPage({ frame: site, to: "zoe@fabrikam.example", messages: [] }),
  };
}
