import { describe, expect, it } from "vitest";
import type { DomainName } from "../../../foundation/domain-name.ts";
import type { ProviderId } from "../../../foundation/identifiers.ts";
import { type DomainRestriction, noDomainRestriction } from "../../policies/rules/domain-restriction.ts";
import { maySignUp } from "./may-sign-up.ts";
import type { SignUpOffer } from "./sign-up-offer.ts";
import type { UserFlow } from "./user-flow.ts";

const providerId = "11111111-0000-4000-8000-000000000000" as ProviderId;
const flow: Partial<UserFlow> = { providers: [providerId], allowedDomains: [], blockedDomains: [] };

function may(
  addresses: readonly string[],
  change: Partial<UserFlow> = {},
  restriction: DomainRestriction = noDomainRestriction,
) {
  const offer: SignUpOffer = {
    flow: { ...flow, ...change } as UserFlow,
    questions: [],
    ownDomains: ["contoso.example" as DomainName],
    restriction,
    emailCodeEnabled: false,
  };
  const decided = maySignUp(offer, { providerKind: "facebook", providerId, addresses });
  return decided.ok ? decided.value : decided.refusal.code;
}

const listed = (kind: "allow" | "deny"): DomainRestriction => ({
  kind,
  domains: [{ domain: "peer.example" as DomainName, includesSubdomains: false }],
});

describe("who may sign up", () => {
  it("is whoever comes by a way of the flow and has an address that is proved", () => {
    expect(may(["vera@peer.example"])).toBe("vera@peer.example");
    expect(may([])).toBe("address-unproven");
    expect(may([], { providers: [] })).toBe("way-not-taken");
  });

  it("is nobody of the organisation itself, nor of a domain that the flow does not take", () => {
    expect(may(["vera@contoso.example"])).toBe("domain-not-taken");
    expect(may(["vera@peer.example"], { blockedDomains: ["peer.example" as DomainName] })).toBe(
      "domain-not-taken",
    );
    expect(may(["vera@a.example", "vera@b.example"], { allowedDomains: ["b.example" as DomainName] })).toBe(
      "vera@b.example",
    );
  });

  it("is nobody of a domain that the organisation does not work with, whatever the flow says", () => {
    expect(may(["vera@PEER.example"], {}, listed("deny"))).toBe("domain-not-taken");
    expect(may(["vera@peer.example"], {}, listed("allow"))).toBe("vera@peer.example");
    expect(
      may(["vera@other.example"], { allowedDomains: ["other.example" as DomainName] }, listed("allow")),
    ).toBe("domain-not-taken");
    expect(may(["vera@peer.example", "vera@other.example"], {}, listed("deny"))).toBe("vera@other.example");
  });
});
