import { afterAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/app/build-app.ts";
import { claimDataFor } from "../../src/app/demo/demo-mark.ts";
import { mailboxRoutes } from "../../src/edges/pages/mailbox/mailbox-routes.ts";
import { typedApplication } from "../../src/edges/pages/tester/rules/test-settings.ts";
import { StartRefused } from "../../src/foundation/start-refused.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { startCommand } from "../support/guesthouse-command.ts";
import { type RunningGuesthouse, startGuesthouse } from "../support/start-guesthouse.ts";
import { testDatabase } from "../support/test-database.ts";
import { testMachine } from "../support/test-machine.ts";
import { Visitor } from "../support/visitor.ts";

const { database } = await testDatabase();
const publicUrl = "https://guests.contoso.example";
const configuration = readConfiguration({ GUESTHOUSE_PUBLIC_URL: publicUrl }, { mode: "production" });
const machine = testMachine(database, { configuration });
const app = buildApp(machine, undefined);
const running: RunningGuesthouse[] = [];

afterAll(async () => {
  for (const guesthouse of running) await guesthouse.remove();
});

describe("22: production has nothing of the demo", () => {
  it("refuses a demo's data directory, and says why", async () => {
    const demo = await startGuesthouse();
    running.push(demo);
    await demo.stop();
    const serving = startCommand(["serve"], { GUESTHOUSE_DATA_DIR: demo.dataDirectory, PORT: "0" });
    expect(await serving.ended()).toBe(1);
    expect(serving.output()).toContain("passwords that everybody knows");
  });

  it("refuses a database that was a demo's, whichever address it has; a demo refuses a real one", async () => {
    const { database: first } = await testDatabase();
    await claimDataFor("demo", first, "DATABASE_URL");
    await expect(claimDataFor("production", first, "DATABASE_URL")).rejects.toThrow(StartRefused);
    const { database: second } = await testDatabase();
    await claimDataFor("production", second, "DATABASE_URL");
    await expect(claimDataFor("demo", second, "DATABASE_URL")).rejects.toThrow(StartRefused);
  });

  it("refuses a plain http address beyond this machine", () => {
    for (const address of [
      "http://guests.contoso.example",
      "http://localhost.evil.example",
      "http://10.0.0.5:8080",
    ]) {
      expect(() => readConfiguration({ GUESTHOUSE_PUBLIC_URL: address }, { mode: "production" })).toThrow(
        "unencrypted",
      );
    }
    expect(readConfiguration({}, { mode: "production" }).publicUrl).toBe("http://localhost:8080");
  });

  it("has no mailbox, no example accounts and a tester that names nobody", async () => {
    const visitor = new Visitor((request) => app.fetch(request), publicUrl);
    for (const path of ["/mailbox", "/mailbox/api/messages", "/mailbox/messages/x"]) {
      expect((await visitor.get(path)).status).toBe(404);
    }
    expect(() => mailboxRoutes(machine)).toThrow("demo mode only");
    for (const path of ["/", "/tester", "/myapps"]) {
      const { html } = await visitor.get(path);
      expect(html).not.toMatch(/copper-kettle|paper-lantern|demo-secret|contoso\.example</i);
    }
    for (const table of ["tenant", "user", "applicationSecret"] as const) {
      expect(await database.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });

  it("opens set-up only to the ticket that was printed", async () => {
    const visitor = new Visitor((request) => app.fetch(request), publicUrl);
    for (const path of ["/set-up", "/set-up?ticket=", "/set-up?ticket=guess"]) {
      const seen = await visitor.get(path);
      expect(seen.status).toBe(404);
      expect((await visitor.post(path, { organisationName: "Evil" })).status).toBe(404);
    }
  });

  it("its tester calls no server of anybody's choosing", async () => {
    for (const authority of [
      "http://169.254.169.254/latest",
      "http://10.0.0.1/x",
      "https://evil.example/v2.0",
    ]) {
      const response = await app.fetch(
        new Request(`${publicUrl}/tester/run`, {
          method: "POST",
          headers: { origin: publicUrl },
          body: new URLSearchParams({
            application: typedApplication,
            authority,
            client_id: "99999999-9999-4999-8999-999999999999",
            flow: "client-credentials",
          }),
        }),
      );
      expect(response.status).toBe(400);
      expect(await response.text()).toContain("tests its own tenants only");
    }
  });
});
