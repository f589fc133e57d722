import { describe, expect, it } from "vitest";
import type { SignedInAccount } from "../../../domain/signout/rules/signed-in-account.ts";
import type { ApplicationId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import { type SignOutMeaning, whomToSignOut } from "./whom-to-sign-out.ts";

const tenantId = "tenant" as TenantId;
const board = "board" as ApplicationId;
const room = "room" as ApplicationId;

function account(name: string, ...used: ApplicationId[]): SignedInAccount {
  return {
    accountId: `sid-${name}`,
    address: `${name}@contoso.example`,
    displayName: name,
    names: [`${name}@contoso.example`],
    applications: used.map((applicationId) => ({
      tenantId,
      applicationId,
      userId: name as UserId,
      accountId: `sid-${name}`,
    })),
  };
}

const ana = account("ana", board, room);
const bert = account("bert", room);

function decide(accounts: SignedInAccount[], meaning: Partial<SignOutMeaning>): string {
  const decision = whomToSignOut(accounts, {
    idToken: undefined,
    name: undefined,
    returnsTo: [],
    isNavigation: true,
    ...meaning,
  });
  return decision.kind === "ask" ? "ask" : decision.accounts.map(({ displayName }) => displayName).join();
}

function idTokenOf(name: string, sid = `sid-${name}`) {
  return { tenantId, applicationId: board, userId: name as UserId, sid };
}

describe("whom to sign out", () => {
  it("believes an ID token, whatever else is true", () => {
    expect(decide([ana, bert], { idToken: idTokenOf("bert"), isNavigation: false })).toBe("bert");
    expect(decide([ana, bert], { idToken: idTokenOf("bert", "an-earlier-stay") })).toBe("bert");
    expect(decide([ana, bert], { idToken: idTokenOf("carl") })).toBe("");
    expect(decide([ana], { idToken: { ...idTokenOf("ana", "x"), tenantId: "other" as TenantId } })).toBe("");
  });

  it("believes the return to an application in use, when one account can be meant", () => {
    expect(decide([ana], { returnsTo: [board] })).toBe("ana");
    expect(decide([ana, bert], { returnsTo: [room] })).toBe("ask");
    expect(decide([ana, bert], { returnsTo: [room], name: "Bert@contoso.example" })).toBe("bert");
    expect(decide([ana, bert], { returnsTo: [board], name: "bert@contoso.example" })).toBe("ask");
    expect(decide([ana], { returnsTo: [board], name: "carl@contoso.example" })).toBe("ask");
    expect(decide([ana], { returnsTo: [board], isNavigation: false })).toBe("ask");
    expect(decide([ana], {})).toBe("ask");
  });

  it("has nothing to ask where nobody is signed in", () => {
    expect(decide([], {})).toBe("");
  });
});
