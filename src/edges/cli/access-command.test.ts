import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { block, conditionsFor } from "../../../test/support/conditional-access-policies.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { listPolicies } from "../../domain/conditional-access/find-conditional-access.ts";
import { createMember } from "../../domain/directory/create-member.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import type { CommandPort } from "./command-port.ts";
import { runCommandLine } from "./run-command-line.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { tenantId, initialDomain } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const ada = accepted(
  await createMember(machine, byOperator, {
    ...{ tenantId, displayName: "Ada", password: "a password for everybody" },
    userPrincipalName: `ada@${initialDomain}`,
  }),
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
    return { exitCode: await runCommandLine(["node", "guesthouse", ...parameters], port), printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe("access", () => {
  it("lists policies and switches them, which is the way back in", async () => {
    expect((await run("access", "list")).printed).toBe("Contoso has no conditional access policies.\n");
    const { policyId } = await block(machine, tenantId, conditionsFor({ userIds: [ada.userId] }));
    expect((await run("access", "list")).printed).toMatch(/^on +Closed +lets nobody in +/);
    expect((await run("access", "switch", "closed", "off")).printed).toBe("Closed is now: off.\n");
    expect((await listPolicies(database, tenantId)).map(({ state }) => state)).toEqual(["off"]);
    expect((await run("access", "switch", policyId, "report")).exitCode).toBe(0);
    const [listed] = JSON.parse((await run("access", "list", "--json")).printed);
    expect(listed).toMatchObject({ policyId, state: "report", controls: { blocks: true } });
  });

  it("refuses what it cannot find, or finds twice", async () => {
    await block(machine, tenantId, conditionsFor({ userIds: [ada.userId] }));
    expect(await run("access", "switch", "nothing", "off")).toMatchObject({
      ...{ exitCode: 1, printed: expect.stringContaining("No policy of Contoso is called nothing") },
    });
    expect(await run("access", "switch", "Closed", "off")).toMatchObject({
      ...{ exitCode: 1, printed: expect.stringContaining("Name one by id") },
    });
    expect((await run("access", "switch", "Closed", "sideways")).exitCode).not.toBe(0);
  });
});

describe("terms", () => {
  it("adds a document, has guests accept it, and counts them", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "guesthouse-")), "rules.txt");
    await writeFile(file, "Close the door behind you.");
    expect((await run("terms", "list")).printed).toBe("Contoso has no terms of use.\n");
    const before = (await listPolicies(database, tenantId)).length;
    const alone = await run("terms", "add", "--name", "Alone", "--file", file);
    expect(alone.printed).toContain("Nobody is asked for it before a policy says so");
    expect((await listPolicies(database, tenantId)).length).toBe(before);
    const added = await run("terms", "add", "--name", "House rules", "--file", file, "--require", "guests");
    expect(added.printed).toContain(
      "House rules is there. Before they go on, guests of the organisation accept it.\n",
    );
    const policy = (await listPolicies(database, tenantId)).at(-1);
    expect(policy).toMatchObject({
      ...{ displayName: "House rules (guests)", state: "on" },
      conditions: { includedPeople: { isEveryOutsider: true } },
      controls: { blocks: false, agreementIds: [expect.any(String)] },
    });
    expect((await run("terms", "list")).printed).toContain("House rules  accepted by 0");
  });

  it("refuses what is no document", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "guesthouse-")), "rules.bin");
    await writeFile(file, Buffer.from([0, 255, 1]));
    expect(await run("terms", "add", "--name", "Rules", "--file", file)).toMatchObject({
      ...{ exitCode: 1, printed: expect.stringContaining("a PDF, or plain text") },
    });
    expect(await run("terms", "add", "--name", "Rules", "--file", `${file}.gone`)).toMatchObject({
      ...{ exitCode: 1, printed: expect.stringContaining("cannot be read") },
    });
  });
});
