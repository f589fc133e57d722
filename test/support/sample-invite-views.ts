import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import type { InvitationList } from "../../src/edges/pages/views/invitation-list.ts";
import { invitePage } from "../../src/edges/pages/views/invite-page.ts";
import { words } from "../../src/edges/pages/words/words.ts";

const created = new Date("2026-11-20T09:15:00Z");
const expires = new Date("2027-02-18T09:15:00Z");
const link = "https://guests.contoso.example/redeem/Zk3v1m0WcQ9y7RrT5sJ2pXbN8uLhGdEfA4oKiVqCtYw";

const list: InvitationList = {
  action: "/invite/list",
  olderUrl: "/invite?after=5",
  rows: [
    {
      id: "1",
      address: "bert@fabrikam.example",
      displayName: "Bert Vogel",
      applicationName: "Tender Room",
      link,
      mail: "queued",
      state: "pending",
      created,
      expires,
      mayResend: true,
      mayRevoke: true,
    },
    {
      id: "2",
      address: "carla.with-a-long-address@subsidiary.proseware.example",
      applicationName: "Tender Room",
      mail: "failed",
      mailNote: "550 5.1.1 no such mailbox",
      state: "pending",
      created,
      expires,
      mayResend: true,
      mayRevoke: true,
    },
    {
      id: "3",
      address: "dora@adatum.example",
      displayName: "Dora Kim",
      mail: "sent",
      state: "accepted",
      created,
      mayResend: false,
      mayRevoke: false,
    },
    {
      id: "4",
      address: "emil@adatum.example",
      mail: "not-wanted",
      state: "revoked",
      created,
      expires,
      mayResend: true,
      mayRevoke: false,
    },
  ],
};

/** The inviter's page: empty, with errors, as a preview, and after sending. */
export function sampleInvitePages(frame: Frame): Record<string, Html> {
  const t = words(frame.language);
  const values = {
    addresses: "",
    displayName: "",
    message: "",
    messageLanguage: frame.language,
    applicationId: "",
    lifetimeDays: "90",
  };
  const typed = {
    ...values,
    addresses: "bert@fabrikam.example\ncarla",
    message: "Hello,\nsee you there.",
    applicationId: "tender-room",
  };
  const view = {
    frame: { ...frame, demo: true },
    csrf: "csrf",
    action: "/invite",
    inviter: { displayName: "Ana Lund", address: "ana.lund@contoso.example" },
    values,
    applications: [
      { id: "tender-room", displayName: "Tender Room" },
      { id: "drawings", displayName: "Drawings" },
    ],
    list,
    signOutAction: "/sign-out",
  };
  return {
    "invite-empty": invitePage({ ...view, list: { rows: [], action: "/invite/list" } }),
    "invite-errors": invitePage({
      ...view,
      values: { ...typed, displayName: "Bert", lifetimeDays: "4000" },
      errors: [
        { field: "displayName", text: t("invite.error.name-for-one") },
        { field: "lifetimeDays", text: t("invite.error.lifetime", { limit: 365 }) },
      ],
    }),
    "invite-preview": invitePage({
      ...view,
      values: typed,
      preview: {
        rows: [
          { address: "bert@fabrikam.example", forecast: "new-guest" },
          { address: "carla@proseware.example", forecast: "fresh-link" },
          { address: "dora@adatum.example", forecast: "already-accepted" },
          { address: "ivo@contoso.example", forecast: "member" },
          { address: "carla", forecast: "bad-address" },
          { address: "eve@competitor.example", forecast: "domain-refused" },
          { address: "Bert@fabrikam.example", forecast: "twice" },
        ],
      },
    }),
    "invite-done": invitePage({ ...view, done: t("invite.done.sent", { count: 2 }) }),
  };
}
