import { describe, expect, it } from "vitest";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import { answeredQuestions } from "./answered-questions.ts";
import { mayDecideSignUp, type PossibleDecider } from "./may-decide-sign-up.ts";
import type { SignUpQuestion } from "./sign-up-offer.ts";
import { requestStanding, type SignUpRequest } from "./sign-up-request.ts";

const asked = new Date("2026-03-01T12:00:00Z");
const daysLater = (days: number) => new Date(asked.getTime() + days * 24 * 3600 * 1000);
const request = (more: Partial<SignUpRequest>) =>
  ({
    ...{ state: "pending", askedAt: asked, expiresAt: daysLater(30), decision: undefined },
    asking: { address: "vera@peer.example" },
    ...more,
  }) as SignUpRequest;
const decision = { decidedAt: asked, decidedBy: "Ana", reason: "Unknown" };

describe("a request stands in the way of another one", () => {
  it("while nobody has decided, and until it is forgotten", () => {
    expect(requestStanding(request({}), daysLater(29))).toMatchObject({ kind: "waiting", askedAt: asked });
    expect(requestStanding(request({}), daysLater(30))).toBeUndefined();
  });

  it("for a day after it was denied", () => {
    const denied = request({ state: "denied", decision });
    expect(requestStanding(denied, daysLater(0.9))).toMatchObject({
      ...{ kind: "denied", reason: "Unknown", mayAskAgainAt: daysLater(1) },
    });
    expect(requestStanding(denied, daysLater(1))).toBeUndefined();
  });

  it("not once it was approved: who is nobody here any more may ask again", () => {
    expect(requestStanding(request({ state: "approved", decision }), asked)).toBeUndefined();
  });
});

describe("who decides", () => {
  const flow = { approvingUsers: ["ana"], approvingGroups: ["buyers"] } as never;
  const person = (more: Partial<PossibleDecider["user"]>, groups: string[] = [], roles: string[] = []) => ({
    user: { userId: "zoe" as never, kind: "member" as const, accountEnabled: true, ...more },
    groups: groups as never[],
    roles: roles as DirectoryRole[],
  });

  it.each([
    ["an approver", person({ userId: "ana" as never }), true],
    ["a member of an approving group", person({}, ["buyers"]), true],
    ["another member", person({}, ["sellers"]), false],
    ["a guest in an approving group", person({ kind: "guest" }, ["buyers"]), false],
    ["an approver who cannot sign in", person({ userId: "ana" as never, accountEnabled: false }), false],
    ["whoever manages users", person({}, [], ["user-administrator"]), true],
    ["whoever manages flows", person({}, [], ["external-id-user-flow-administrator"]), true],
    ["whoever manages groups", person({}, [], ["groups-administrator"]), false],
  ])("%s", (_who, decider, may) => {
    expect(mayDecideSignUp(flow, decider)).toBe(may);
  });
});

it("answers are shown by the labels of the form, and nothing that was not asked", () => {
  const question = (attributeId: string, choices: SignUpQuestion["choices"] = []) =>
    ({ attributeId, label: `${attributeId}?`, choices }) as SignUpQuestion;
  const choices = [{ label: "Long bridges", value: "bridges", isDefault: false }];
  const questions = [question("City"), question("Offers", choices), question("Empty")];
  const typed = { City: [" Ghent "], Offers: ["bridges", "roads"], Empty: [" "], Secret: ["x"] };
  expect(answeredQuestions(questions, typed)).toEqual([
    { label: "City?", answer: "Ghent" },
    { label: "Offers?", answer: "Long bridges, roads" },
  ]);
});
