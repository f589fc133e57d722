import { afterAll, describe, expect, it, vi } from "vitest";
import { startNameServer } from "../../../test/support/name-server.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import { openNameService } from "../../platform/names/name-service.ts";
import type { CommandPort } from "./command-port.ts";
import { runCommandLine } from "./run-command-line.ts";

const server = await startNameServer();
afterAll(() => server.close());
const { database } = await testDatabase();
const machine = testMachine(database, { names: openNameService([server.address]) });
accepted(await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }));

/** Runs a command in this process, for it is to ask the test's own name server. */
async function run(...parameters: string[]): Promise<{ exitCode: number; printed: string }> {
  const port = { withMachine: (work) => work(machine) } as Partial<CommandPort> as CommandPort;
  let printed = "";
  const keep = (text: string | Uint8Array): boolean => {
    printed += String(text);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation(keep),
  );
  try {
    return { exitCode: await runCommandLine(["node", "guesthouse", ...parameters], port), printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe("guesthouse domain", () => {
  it("adds a domain, tells what to publish, and verifies it once that is there", async () => {
    const added = await run("domain", "add", "Contoso.Example");
    expect(added.exitCode).toBe(0);
    const text = /guesthouse-verification=\w+/.exec(added.printed)?.[0] ?? "";
    expect(text).not.toBe("");

    const early = await run("domain", "verify", "contoso.example");
    expect(early).toMatchObject({ exitCode: 1, printed: expect.stringContaining("no such TXT record") });
    expect((await run("domain", "list")).printed).toMatch(/contoso\.example +not verified +guesthouse/);

    server.records.set("contoso.example", [text]);
    expect((await run("domain", "verify", "contoso.example")).printed).toMatch(
      /^contoso\.example is a verified domain of Contoso\.\nPartners with a Guesthouse of their own add it by http:\/\/localhost:8080\/contoso\.example\.\n.*\n {2}DirectFedAuthUrl=http:\/\/localhost:8080\/[0-9a-f-]{36}\n$/,
    );
    const { printed } = await run("domain", "list", "--json");
    expect(JSON.parse(printed).domains).toMatchObject([
      { name: "contoso.guesthouse.internal", isInitial: true },
      { name: "contoso.example", verifiedAt: machine.clock().toISOString() },
    ]);
  });

  it("says what is wrong in a sentence", async () => {
    for (const [parameters, sentence] of [
      [["add", "nonsense"], "is not a domain"],
      [["add", "contoso.example"], "has this domain already"],
      [["verify", "other.example"], "has no such domain"],
    ] as const) {
      const { exitCode, printed } = await run("domain", ...parameters);
      expect([exitCode, printed]).toEqual([1, expect.stringContaining(sentence)]);
    }
  });
});
