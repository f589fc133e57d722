import { expect, it } from "vitest";
import { addDomain } from "../../src/domain/directory/add-domain.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findTenant, findTenantOwningDomain } from "../../src/domain/directory/find-tenant.ts";
import { findMemberBySignInName, findUser } from "../../src/domain/directory/find-user.ts";
import { verifyDomain } from "../../src/domain/directory/verify-domain.ts";
import { addressesVouchedFor } from "../../src/domain/federation/connectors/tenant/tenant-identity.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

const victim = "victim.example" as DomainName;
let published: readonly string[] = [];
const house = await testHouse({
  names: { textRecords: async () => ({ ok: true, value: published }) },
});
const { machine, fabrikam } = house;
const { tenantId } = fabrikam;
const [bert] = fabrikam.users;
const at = { tenantId, name: victim };

/** Which of these addresses of Bert's his organisation answers for. */
async function vouched(): Promise<readonly string[]> {
  const home = await findTenant(machine.database, tenantId);
  const member = bert && (await findUser(machine.database, tenantId, bert.userId));
  if (!home || !member) throw new Error("the demo has Bert of Fabrikam");
  return addressesVouchedFor(home, { ...member, mail: `ceo@${victim}`, otherMails: [] });
}

it("3: a domain that is only claimed vouches for nobody, owns no sign-in and no user name", async () => {
  const claimed = accepted(await addDomain(machine, byOperator, at));
  expect(await vouched()).not.toContain(`ceo@${victim}`);
  expect(await findTenantOwningDomain(machine.database, victim)).toBeUndefined();
  expect(await findMemberBySignInName(machine.database, `ceo@${victim}`)).toBeUndefined();
  const member = {
    tenantId,
    userPrincipalName: `ceo@${victim}`,
    displayName: "Not the CEO",
    password: "correct horse battery",
  };
  expect(await createMember(machine, byOperator, member)).toMatchObject({
    ok: false,
    refusal: { code: "domain-not-verified" },
  });
  const invitation = await house.invite(`ceo@${victim}`);
  expect(invitation.userId).not.toBe("");

  // Another one's record, and one that only looks alike, prove nothing.
  const text = claimed.verificationText ?? "";
  for (const records of [[], [""], [`${text}0`], [text.slice(0, -1)], [text.toUpperCase()]]) {
    published = records;
    expect((await verifyDomain(machine, byOperator, at)).ok, String(records)).toBe(false);
    expect(await vouched()).not.toContain(`ceo@${victim}`);
  }

  published = ["v=spf1 -all", text];
  accepted(await verifyDomain(machine, byOperator, at));
  expect(await vouched()).toContain(`ceo@${victim}`);
  expect((await findTenantOwningDomain(machine.database, victim))?.tenantId).toBe(tenantId);
});
