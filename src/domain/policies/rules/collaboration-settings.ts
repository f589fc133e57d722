/** How a tenant works together with people from outside. */
export interface CollaborationSettings {
  /**
   * `everyone`: members and guests; `members`: members, and guests who have members' rights;
   * `inviters`: only holders of a role that includes inviting; `none`: nobody at all.
   */
  readonly allowInvitesFrom: "everyone" | "members" | "inviters" | "none";
  /** What guests may read: as members do, people they know by name, or only themselves. */
  readonly guestAccess: "member" | "limited" | "restricted";
  /** Undefined: links never expire. */
  readonly invitationLifetimeDays: number | undefined;
  /** Whether guests without another provider may prove themselves by a code mailed to them. */
  readonly emailCodeEnabled: boolean;
  /** Who may let an application act for themselves, where no administrator is needed for what it asks. */
  readonly userConsent: "everyone" | "nobody";
  /** In which order the ways of proving an address are tried; one that is left out is not. The code comes last. */
  readonly redemptionOrder: readonly RedemptionWay[];
  /** On which other deployments members may be guests: any, those of `visitableHosts`, or none. */
  readonly memberVisits: "anywhere" | "listed" | "nowhere";
  /** Hosts of other deployments, with the port where it is not the usual one. */
  readonly visitableHosts: readonly string[];
}

/** A tenant of this deployment, a partner's own provider, or one that anybody may have an account with. */
export type RedemptionWay = "tenant" | "external-federation" | "social";

/** What holds until a tenant decides otherwise; the same as the defaults of the table. */
export const defaultCollaborationSettings: CollaborationSettings = {
  allowInvitesFrom: "everyone",
  guestAccess: "limited",
  invitationLifetimeDays: 90,
  emailCodeEnabled: true,
  userConsent: "everyone",
  redemptionOrder: ["tenant", "external-federation", "social"],
  memberVisits: "anywhere",
  visitableHosts: [],
};
