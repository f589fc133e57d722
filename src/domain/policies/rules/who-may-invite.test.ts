import { describe, expect, it } from "vitest";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import type { CollaborationSettings } from "./collaboration-settings.ts";
import {
  type InviteRefusal,
  type Inviter,
  whoMayInvite,
  whoMayInviteMembers,
  whoMayResetRedemption,
} from "./who-may-invite.ts";

const user = (userKind: "member" | "guest", ...roles: DirectoryRole[]): Inviter => ({
  kind: "user",
  userKind,
  roles,
});
const inviters = {
  member: user("member"),
  guest: user("guest"),
  "guest inviter": user("member", "guest-inviter"),
  "guest who is a guest inviter": user("guest", "guest-inviter"),
  "global administrator": user("member", "global-administrator"),
  "user administrator": user("member", "user-administrator"),
  "helpdesk administrator": user("member", "helpdesk-administrator"),
  application: { kind: "application" },
  operator: { kind: "operator" },
} as const satisfies Record<string, Inviter>;
type Name = keyof typeof inviters;

/** Who is refused under each setting; whoever is not named is allowed. */
const refused: Record<
  CollaborationSettings["allowInvitesFrom"],
  Partial<Record<Name, InviteRefusal["code"]>>
> = {
  everyone: {},
  members: { guest: "only-members-invite" },
  inviters: {
    member: "only-inviters-invite",
    guest: "only-inviters-invite",
    "helpdesk administrator": "only-inviters-invite",
  },
  none: Object.fromEntries(Object.keys(inviters).map((name) => [name, "invitations-turned-off"])),
};

describe("whoMayInvite", () => {
  for (const [allowInvitesFrom, refusals] of Object.entries(refused))
    it.each(Object.entries(inviters))(`under "${allowInvitesFrom}", decides about a %s`, (name, inviter) => {
      const settings = {
        allowInvitesFrom: allowInvitesFrom as CollaborationSettings["allowInvitesFrom"],
        guestAccess: "limited" as const,
      };
      const outcome = whoMayInvite({ settings, inviter });
      expect(outcome.ok ? undefined : outcome.refusal.code).toBe(refusals[name as Name]);
    });

  it("counts guests among the members where guests have members' access", () => {
    const settings = { allowInvitesFrom: "members", guestAccess: "member" } as const;
    expect(whoMayInvite({ settings, inviter: inviters.guest }).ok).toBe(true);
  });
});

describe("the stronger acts", () => {
  const allowed = (decide: (inviter: Inviter) => { ok: boolean }) =>
    Object.entries(inviters).flatMap(([name, inviter]) => (decide(inviter).ok ? [name] : []));

  it("lets administrators and applications invite members", () => {
    expect(allowed(whoMayInviteMembers)).toEqual([
      "global administrator",
      "user administrator",
      "application",
      "operator",
    ]);
  });

  it("lets also the helpdesk reset a redemption", () => {
    expect(allowed(whoMayResetRedemption)).toEqual([
      "global administrator",
      "user administrator",
      "helpdesk administrator",
      "application",
      "operator",
    ]);
  });
});
