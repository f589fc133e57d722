import { emailDomain, normalizeEmailAddress } from "../../foundation/email-address.ts";
import type { ApplicationId, Branded, GroupId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { findApplicationInTenant } from "../applications/find-application.ts";
import type { ApplicationInTenant } from "../applications/rules/application.ts";
import { findAddressHolders } from "../directory/find-address-holders.ts";
import { findGroup } from "../directory/find-groups.ts";
import { rolesOf } from "../directory/find-roles.ts";
import { findUser, sponsorsOf } from "../directory/find-user.ts";
import { mostSponsors, type Sponsor } from "../directory/rules/sponsor.ts";
import type { User } from "../directory/rules/user.ts";
import { isDomainOpen } from "../policies/rules/domain-restriction.ts";
import { whoMayInviteMembers, whoMayResetRedemption } from "../policies/rules/who-may-invite.ts";
import type { Inviting } from "./read-inviting.ts";
import { invitationEnd } from "./rules/invitation-lifetime.ts";
import type { InviteRefusal } from "./rules/invite-refusal.ts";
import type { CheckedInviteRequest } from "./rules/invite-request.ts";
import { decideInvitation, type InvitationPlan, type KnownUser } from "./rules/repeat-invitation.ts";

/** An invitation decided upon and not yet written. */
export interface PlannedInvitation {
  readonly request: CheckedInviteRequest;
  readonly plan: InvitationPlan;
  /** The user the plan is about, unless it makes a new one. */
  readonly user: User | undefined;
  /** The application to land on. */
  readonly application: ApplicationInTenant | undefined;
  /** Undefined: the sponsors stay as they are. */
  readonly sponsors: readonly Sponsor[] | undefined;
  readonly expiresAt: Date | undefined;
}

/** Decides what each of these invitations does: a few statements for all of them, and nothing is written. */
export async function planInvitations(
  machine: Machine,
  inviting: Inviting,
  requests: readonly CheckedInviteRequest[],
): Promise<Result<PlannedInvitation, InviteRefusal>[]> {
  const { tenantId } = inviting.tenant;
  const now = machine.clock();
  const holders = await findAddressHolders(
    machine.database,
    tenantId,
    requests.map((request) => normalizeEmailAddress(request.email)),
    requests.flatMap((request) => request.userId ?? []),
  );
  const sponsors = await findSponsors(machine, inviting, requests);
  const applications = await findApplications(machine, inviting, requests);

  const planned: Result<PlannedInvitation, InviteRefusal>[] = [];
  for (const request of requests) {
    const named = request.userId && holders.named(request.userId);
    if (request.userId !== undefined && named === undefined) {
      planned.push(refuse({ code: "user-unknown", userId: request.userId }));
      continue;
    }
    const facts: OneInvitation = {
      request,
      now,
      holders: holders.holding(normalizeEmailAddress(request.email)),
      named,
      // Only whoever is reset or converted can be protected by a role, and they are always named.
      namedHoldsRole:
        named !== undefined && (await rolesOf(machine.database, tenantId, named.userId)).length > 0,
      sponsors,
      applications,
    };
    const decision = decide(inviting, facts);
    planned.push(decision.ok ? await addEarlierSponsors(machine, decision.value) : decision);
  }
  return planned;
}

interface OneInvitation {
  readonly request: CheckedInviteRequest;
  readonly now: Date;
  readonly holders: readonly User[];
  readonly named: User | undefined;
  readonly namedHoldsRole: boolean;
  readonly sponsors: ReadonlyMap<string, Sponsor>;
  readonly applications: ReadonlyMap<ApplicationId, ApplicationInTenant>;
}

/** The order of the checks is part of what callers see: of two problems the first is told. */
function decide(inviting: Inviting, facts: OneInvitation): Result<PlannedInvitation, InviteRefusal> {
  const { request, named } = facts;
  const { tenant, rights, settings } = inviting;
  if (request.kind === "member") {
    const allowed = whoMayInviteMembers(rights);
    if (!allowed.ok) return allowed;
  }
  if (request.resetRedemption || named?.isExternal === false) {
    const allowed = whoMayResetRedemption(rights);
    if (!allowed.ok) return allowed;
  }
  const application = request.applicationId && facts.applications.get(request.applicationId);
  if (request.applicationId !== undefined && application === undefined)
    return refuse({ code: "application-unknown", applicationId: request.applicationId });
  const end = invitationEnd(facts.now, request.lifetimeDays, settings.invitationLifetimeDays);
  if (!end.ok) return end;

  const domain = emailDomain(request.email);
  const decision = decideInvitation({
    email: request.email,
    isOwnDomain: domain === tenant.initialDomain || tenant.verifiedDomains.includes(domain),
    isDomainOpen: isDomainOpen(inviting.restriction, domain),
    holders: facts.holders.map((holder) => known(holder, false)),
    named: named && known(named, facts.namedHoldsRole),
    resetRedemption: request.resetRedemption,
    mayTouchRoleHolders: rights.kind === "operator" || holdsRole(rights, "global-administrator"),
  });
  if (!decision.ok) return decision;
  const sponsors = chooseSponsors(inviting, facts, decision.value);
  if (!sponsors.ok) return sponsors;
  const plan = decision.value;
  const user =
    plan.step === "new-guest"
      ? undefined
      : [...facts.holders, ...(named ? [named] : [])].find((holder) => holder.userId === plan.userId);
  return accept({ request, plan, user, application, sponsors: sponsors.value, expiresAt: end.value });
}

function holdsRole(rights: Inviting["rights"], role: "global-administrator"): boolean {
  return rights.kind === "user" && rights.roles.includes(role);
}

function known(user: User, holdsDirectoryRole: boolean): KnownUser {
  return { ...user, holdsDirectoryRole };
}

/** Nobody named: a new guest gets the inviter, and an earlier one keeps those they have. */
function chooseSponsors(
  inviting: Inviting,
  { request, sponsors }: OneInvitation,
  plan: InvitationPlan,
): Result<readonly Sponsor[] | undefined, InviteRefusal> {
  const unknown = request.sponsorIds.find((sponsorId) => !sponsors.has(sponsorId));
  if (unknown !== undefined) return refuse({ code: "sponsor-unknown", sponsorId: unknown });
  if (request.sponsorIds.length > 0)
    return accept(request.sponsorIds.flatMap((sponsorId) => sponsors.get(sponsorId) ?? []));
  const { inviter } = inviting;
  if (plan.step !== "new-guest") return accept(undefined);
  return accept(inviter.kind === "user" ? [{ kind: "user", id: inviter.userId }] : []);
}

/** Sponsors named for a guest invited before come in addition to those they have. */
async function addEarlierSponsors(
  machine: Machine,
  planned: PlannedInvitation,
): Promise<Result<PlannedInvitation, InviteRefusal>> {
  const { user, sponsors } = planned;
  if (user === undefined || sponsors === undefined) return accept(planned);
  const earlier = await sponsorsOf(machine.database, user.tenantId, user.userId);
  const ids = new Set<string>(earlier.map((sponsor) => sponsor.id));
  const all = [...earlier, ...sponsors.filter((sponsor) => !ids.has(sponsor.id))];
  if (all.length > mostSponsors)
    return refuse({ code: "too-many-sponsors", count: all.length, limit: mostSponsors });
  return accept({ ...planned, sponsors: all });
}

async function findSponsors(
  machine: Machine,
  { tenant: { tenantId } }: Inviting,
  requests: readonly CheckedInviteRequest[],
): Promise<Map<string, Sponsor>> {
  const sponsors = new Map<string, Sponsor>();
  const asked = new Set<Branded<string>>(requests.flatMap((request) => request.sponsorIds));
  for (const id of asked) {
    const [userId, groupId] = [id as string as UserId, id as string as GroupId];
    if (await findUser(machine.database, tenantId, userId)) sponsors.set(id, { kind: "user", id: userId });
    else if (await findGroup(machine.database, tenantId, groupId))
      sponsors.set(id, { kind: "group", id: groupId });
  }
  return sponsors;
}

async function findApplications(
  machine: Machine,
  { tenant: { tenantId } }: Inviting,
  requests: readonly CheckedInviteRequest[],
): Promise<Map<ApplicationId, ApplicationInTenant>> {
  const applications = new Map<ApplicationId, ApplicationInTenant>();
  for (const applicationId of new Set(requests.flatMap((request) => request.applicationId ?? []))) {
    const application = await findApplicationInTenant(machine.database, tenantId, applicationId);
    if (application) applications.set(applicationId, application);
  }
  return applications;
}
