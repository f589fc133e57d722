import { expect, it, vi } from "vitest";
import { setUpApp } from "../../../test/support/set-up-app.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { createMember } from "../../domain/directory/create-member.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import { findAuthenticatorApp } from "../../domain/second-factor/find-second-factor.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { CommandPort } from "./command-port.ts";
import { runCommandLine } from "./run-command-line.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const domain = "contoso.example" as DomainName;
const { tenantId } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso", domains: [domain] }),
);
const anna = accepted(
  await createMember(machine, byOperator, {
    tenantId,
    userPrincipalName: "anna@contoso.example",
    displayName: "Anna",
    password: "correct horse battery",
  }),
);

async function reset(...parameters: string[]): Promise<{ exitCode: number; printed: string }> {
  const port = { withMachine: (work) => work(machine) } as Partial<CommandPort> as CommandPort;
  let printed = "";
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += String(text);
      return true;
    }),
  );
  try {
    const command = ["node", "guesthouse", "second-factor", "reset", ...parameters];
    return { exitCode: await runCommandLine(command, port), printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

it("takes the app away from whoever is named by name, address or id, and says who has none", async () => {
  for (const name of ["ANNA@contoso.example", anna.userId]) {
    await setUpApp(machine, anna);
    expect(await reset(name)).toMatchObject({
      exitCode: 0,
      printed: expect.stringContaining("The authenticator app of Anna for Contoso is reset."),
    });
    expect(await findAuthenticatorApp(database, tenantId, anna.userId)).toBeUndefined();
  }
  expect(await reset("anna@contoso.example")).toMatchObject({
    exitCode: 1,
    printed: expect.stringContaining("Anna has no authenticator app for Contoso."),
  });
});

it.each(["nobody@contoso.example", "11111111-1111-4111-8111-111111111111", "x"])(
  "names nobody called %s",
  async (name) => {
    expect(await reset(name)).toMatchObject({
      exitCode: 1,
      printed: expect.stringContaining(`Nobody in Contoso is called ${name}.`),
    });
  },
);
