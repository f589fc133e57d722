import { expect, it, vi } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import { inviteGuest } from "../../domain/invitations/invite-guest.ts";
import type { CommandPort } from "./command-port.ts";
import { runCommandLine } from "./run-command-line.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { tenantId } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);

async function run(...parameters: string[]): Promise<{ exitCode: number; printed: string }> {
  const port = { withMachine: (work) => work(machine) } as Partial<CommandPort> as CommandPort;
  let printed = "";
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += String(text);
      return true;
    }),
  );
  try {
    const command = ["node", "guesthouse", "restrictions", ...parameters];
    return { exitCode: await runCommandLine(command, port), printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const invite = (email: string) =>
  inviteGuest(machine, byOperator, { tenantId, email, redirectUrl: "https://app.example/", sendMail: false });

it("shows and changes with which domains the organisation works together", async () => {
  expect((await run()).printed).toBe("Contoso works together with people of every domain.\n");
  const denied = await run("deny", "--domain", "Fabrikam.example", "bücher.example");
  expect(denied.printed).toBe(
    "Contoso works together with people of every domain but fabrikam.example, xn--bcher-kva.example.\n",
  );
  expect(await invite("a@fabrikam.example")).toMatchObject({
    refusal: { code: "domain-refused", domain: "fabrikam.example" },
  });
  expect((await run("allow", "--domain", "fabrikam.example", "--subdomains")).printed).toContain(
    "people of fabrikam.example and below, and of no other domain",
  );
  expect((await invite("a@sub.fabrikam.example")).ok).toBe(true);
  expect((await invite("a@other.example")).ok).toBe(false);
  expect(JSON.parse((await run("none", "--json")).printed)).toEqual({ kind: "none", domains: [] });
  expect((await invite("a@other.example")).ok).toBe(true);
});

it.each([
  [["deny"], "Domains are given with allow or deny"],
  [["none", "--domain", "fabrikam.example"], "Domains are given with allow or deny"],
  [["deny", "--domain", "*.fabrikam.example"], "is no name of a domain"],
  [["deny", "--domain", "fabrikam.example."], "is no name of a domain"],
])("refuses %j", async (parameters, words) => {
  const refused = await run(...parameters);
  expect(refused).toMatchObject({ exitCode: 1, printed: expect.stringContaining(words) });
});
