import { describe, expect, it } from "vitest";
import type {
  AgreementId,
  ApplicationId,
  ConditionalAccessPolicyId,
  GroupId,
  NamedLocationId,
  TenantId,
  UserId,
} from "../../../foundation/identifiers.ts";
import type { AccessCircumstances } from "./access-circumstances.ts";
import { decideAccess } from "./access-demand.ts";
import {
  type ConditionalAccessPolicy,
  type GrantControls,
  nobody,
  type Outsiders,
  type PeopleSet,
  type PolicyConditions,
} from "./conditional-access-policy.ts";

const bert = "10000000-0000-4000-8000-000000000000" as UserId;
const partners = "20000000-0000-4000-8000-000000000000" as GroupId;
const board = "30000000-0000-4000-8000-000000000000" as ApplicationId;
const orders = "31000000-0000-4000-8000-000000000000" as ApplicationId;
const office = "40000000-0000-4000-8000-000000000000" as NamedLocationId;
const contoso = "50000000-0000-4000-8000-000000000000" as TenantId;
const fabrikam = "51000000-0000-4000-8000-000000000000" as TenantId;

const somebody: AccessCircumstances = {
  user: { userId: bert, kind: "guest", isExternal: true },
  homeTenantId: fabrikam,
  groupIds: [partners],
  roles: ["guest-inviter"],
  applicationIds: [board, orders],
  acceptedAgreements: [],
  places: [{ locationId: office, isTrusted: true }],
  isSecondFactorProved: false,
};

function policy(
  included: Partial<PeopleSet>,
  conditions: Partial<PolicyConditions> = {},
  state: ConditionalAccessPolicy["state"] = "on",
  controls: Partial<GrantControls> = { blocks: true },
): ConditionalAccessPolicy {
  return {
    tenantId: contoso,
    policyId: "60000000-0000-4000-8000-000000000000" as ConditionalAccessPolicyId,
    displayName: "Closed",
    state,
    conditions: {
      includedPeople: { ...nobody, ...included },
      excludedPeople: nobody,
      includedApplications: "all",
      excludedApplications: [],
      places: undefined,
      ...conditions,
    },
    controls: { operator: "or", blocks: false, secondFactor: false, agreementIds: [], ...controls },
    createdAt: new Date(0),
    changedAt: undefined,
  };
}

const blocks = (one: ConditionalAccessPolicy, circumstances: Partial<AccessCircumstances> = {}) =>
  decideAccess([one], { ...somebody, ...circumstances }).demand.isBlocked;
const everybody = { isEverybody: true };
const guests = (more: Partial<Outsiders> = {}): Partial<PeopleSet> => ({
  outsiders: {
    kinds: ["collaboration-guest"],
    named: ["b2bCollaborationGuest"],
    homeTenants: "all",
    ...more,
  },
});

describe("a policy is about", () => {
  it.each<[string, Partial<PeopleSet>, boolean]>([
    ["everybody", everybody, true],
    ["nobody", {}, false],
    ["a person", { userIds: [bert] }, true],
    ["a group", { groupIds: [partners] }, true],
    ["a role", { roles: ["guest-inviter"] }, true],
    ["another role", { roles: ["global-administrator"] }, false],
    ["everybody from outside", { isEveryOutsider: true }, true],
    ["guests", guests(), true],
    ["guests of one organisation", guests({ homeTenants: [fabrikam] }), true],
    ["guests of another", guests({ homeTenants: [contoso] }), false],
    ["members from outside", guests({ kinds: ["collaboration-member"] }), false],
    ["guests with a password here", guests({ kinds: ["internal-guest"] }), false],
  ])("%s", (_what, people, expected) => {
    expect(blocks(policy(people))).toBe(expected);
  });

  it.each([
    [{ kind: "guest", isExternal: false }, true],
    [{ kind: "member", isExternal: true }, true],
    [{ kind: "member", isExternal: false }, false],
  ] as const)("everybody from outside, which %j is: %s", (user, expected) => {
    expect(blocks(policy({ isEveryOutsider: true }), { user: { userId: bert, ...user } })).toBe(expected);
  });

  it("nobody of an organisation whose home is not known", () => {
    expect(blocks(policy(guests({ homeTenants: [fabrikam] })), { homeTenantId: undefined })).toBe(false);
  });

  it("nobody who is excluded, however they are included", () => {
    expect(blocks(policy(everybody, { excludedPeople: { ...nobody, groupIds: [partners] } }))).toBe(false);
    expect(blocks(policy({ userIds: [bert] }, { excludedPeople: { ...nobody, ...guests() } }))).toBe(false);
  });

  it("an application that asks, or is asked for by another", () => {
    expect(blocks(policy(everybody, { includedApplications: [board] }))).toBe(true);
    expect(blocks(policy(everybody, { includedApplications: [orders] }))).toBe(true);
    expect(blocks(policy(everybody, { includedApplications: [] }))).toBe(false);
    expect(blocks(policy(everybody, { excludedApplications: [board] }))).toBe(false);
    expect(
      blocks(policy(everybody, { includedApplications: [orders], excludedApplications: [orders] })),
    ).toBe(false);
  });

  it("our own pages only where it is about everything", () => {
    expect(blocks(policy(everybody), { applicationIds: [] })).toBe(true);
    expect(blocks(policy(everybody, { includedApplications: [board] }), { applicationIds: [] })).toBe(false);
  });

  it("a place, and never about one that is excluded or not seen", () => {
    const at = (included: object, excluded: object = {}): Partial<PolicyConditions> => {
      const none = { isEverywhere: false, isEveryTrusted: false, locationIds: [] };
      return { places: { included: { ...none, ...included }, excluded: { ...none, ...excluded } } };
    };
    const elsewhere = { places: [] };
    expect(blocks(policy(everybody, at({ locationIds: [office] })))).toBe(true);
    expect(blocks(policy(everybody, at({ locationIds: [office] })), elsewhere)).toBe(false);
    expect(blocks(policy(everybody, at({ isEveryTrusted: true })))).toBe(true);
    const outside = at({ isEverywhere: true }, { isEveryTrusted: true });
    expect(blocks(policy(everybody, outside))).toBe(false);
    expect(blocks(policy(everybody, outside), elsewhere)).toBe(true);
  });
});

describe("policies together", () => {
  it("demand what any of them demands, unless it only reports or is off", () => {
    const { demand, outcomes } = decideAccess(
      [policy(everybody, {}, "report"), policy(everybody, {}, "off"), policy({}, {}, "on")],
      somebody,
    );
    expect(demand.isBlocked).toBe(false);
    expect(outcomes.map(({ isReportOnly, result }) => [isReportOnly, result])).toEqual([
      [true, "blocked"],
      [false, "not-applied"],
    ]);
    expect(decideAccess([policy({}), policy(everybody)], somebody).demand.isBlocked).toBe(true);
  });
});

describe("a second factor", () => {
  const twice = (state: ConditionalAccessPolicy["state"] = "on"): ConditionalAccessPolicy =>
    policy(everybody, {}, state, { secondFactor: true });
  const demand = (policies: ConditionalAccessPolicy[], isSecondFactorProved = false) =>
    decideAccess(policies, { ...somebody, isSecondFactorProved }).demand;

  it("is demanded until it is proved, and never by a policy that only reports", () => {
    expect(demand([twice()])).toEqual({ isBlocked: false, secondFactor: true, agreements: [] });
    expect(demand([twice()], true)).toEqual({ isBlocked: false, secondFactor: false, agreements: [] });
    expect(demand([twice("report"), twice("off")]).secondFactor).toBe(false);
  });

  it("helps against no policy that blocks", () => {
    expect(demand([twice(), policy(everybody)], true).isBlocked).toBe(true);
  });
});

describe("terms", () => {
  const [house, privacy] = ["a", "b"].map(
    (digit) => `${digit}0000000-0000-4000-8000-000000000000` as AgreementId,
  );
  if (!house || !privacy) throw new Error("two agreements");
  const asking = (operator: GrantControls["operator"], state: ConditionalAccessPolicy["state"] = "on") =>
    policy(everybody, {}, state, { operator, agreementIds: [house, privacy] });
  const demanded = (
    policies: readonly ConditionalAccessPolicy[],
    acceptedAgreements: readonly AgreementId[],
  ) => decideAccess(policies, { ...somebody, acceptedAgreements }).demand.agreements;

  it.each<[GrantControls["operator"], readonly AgreementId[], readonly AgreementId[]]>([
    ["and", [], [house, privacy]],
    ["and", [house], [privacy]],
    ["and", [privacy, house], []],
    ["or", [], [house]],
    ["or", [privacy], []],
  ])("are all demanded, or one of them: %s, after %j", (operator, accepted, expected) => {
    expect(demanded([asking(operator)], accepted)).toEqual(expected);
  });

  it("are demanded once by several policies, and by none that only reports", () => {
    expect(demanded([asking("and"), asking("or")], [])).toEqual([house, privacy]);
    expect(demanded([asking("and", "report")], [])).toEqual([]);
    const { outcomes } = decideAccess([asking("and", "report")], somebody);
    expect(outcomes.map(({ result }) => result)).toEqual(["demanded"]);
  });

  it.each<[GrantControls["operator"], boolean, readonly AgreementId[], boolean, readonly AgreementId[]]>([
    ["or", false, [], true, []],
    ["or", true, [], false, []],
    ["or", false, [house], false, []],
    ["and", false, [], true, [house]],
    ["and", true, [], false, [house]],
    ["and", false, [house], true, []],
  ])("stand beside a second factor: %s, proved %s, after %j", (operator, proved, accepted, factor, terms) => {
    const both = policy(everybody, {}, "on", { operator, secondFactor: true, agreementIds: [house] });
    const circumstances = { ...somebody, isSecondFactorProved: proved, acceptedAgreements: accepted };
    const { secondFactor, agreements } = decideAccess([both], circumstances).demand;
    expect([secondFactor, agreements]).toEqual([factor, terms]);
  });
});
