import { expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import { listTenants } from "./find-tenant.ts";
import { findMemberBySignInName } from "./find-user.ts";
import { type FirstOrganisation, setUpOrganisation } from "./set-up-organisation.ts";
import { findSetUpTicket, isSetUpTicket } from "./set-up-ticket.ts";

const { database } = await testDatabase();
const machine = testMachine(database);

function contoso(changes: Partial<FirstOrganisation> = {}): FirstOrganisation {
  return {
    displayName: "Contoso",
    name: "contoso",
    administrator: {
      displayName: "Anna Lindqvist",
      address: "anna@contoso.example" as EmailAddress,
      password: "correct horse battery",
    },
    ...changes,
  };
}

it("makes organisation and administrator together or neither, and once only", async () => {
  const ticket = (await findSetUpTicket(machine)) ?? "";
  const administrator = { ...contoso().administrator, address: "an#na@contoso.example" as EmailAddress };
  expect(await setUpOrganisation(machine, byOperator, ticket, contoso({ administrator }))).toMatchObject({
    ok: false,
    refusal: { code: "user-name-invalid" },
  });
  expect(await listTenants(database)).toEqual([]);
  expect(await isSetUpTicket(machine, ticket)).toBe(true);

  const outcomes = await Promise.all([
    setUpOrganisation(machine, byOperator, ticket, contoso()),
    setUpOrganisation(machine, byOperator, ticket, contoso({ name: "fabrikam" })),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "set-up-ticket-unknown" } });
  const [tenant, ...others] = await listTenants(database);
  expect(others).toEqual([]);
  expect(tenant?.primaryDomain).toBe("contoso.example");
  expect((await findMemberBySignInName(database, "anna@contoso.example"))?.user.kind).toBe("member");
  expect(await isSetUpTicket(machine, ticket)).toBe(false);
});

it("takes no ticket that it did not give", async () => {
  const outcome = await setUpOrganisation(machine, byOperator, "guessed", contoso({ name: "other" }));
  expect(outcome).toMatchObject({ ok: false, refusal: { code: "set-up-ticket-unknown" } });
});
