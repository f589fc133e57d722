import { describe, expect, inject, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { openLog } from "../telemetry/log.ts";
import { openDatabase } from "./open-database.ts";

const { databaseUrl } = await testDatabase();
const log = openLog("silent");

function open(url: string): ReturnType<typeof openDatabase> {
  return openDatabase({ databaseUrl: url, dataDirectory: "/nonexistent", log });
}

describe("openDatabase with DATABASE_URL", () => {
  it("uses that server and needs no data directory", async () => {
    const opened = await open(databaseUrl);
    expect(await opened.database.selectFrom("tenant").select("tenantId").execute()).toEqual([]);
    expect(opened.connection).toEqual({ connectionString: databaseUrl });
    await Promise.all([opened.close(), opened.close()]);
  });

  it.each([
    ["nothing listens there", "postgres://guesthouse:open-sesame@127.0.0.1:1/guesthouse", /ECONNREFUSED/],
    [
      "the host is unknown",
      "postgres://guesthouse:open-sesame@no-such-host.invalid/guesthouse",
      /ENOTFOUND|EAI_AGAIN/,
    ],
  ])("refuses when %s, without telling the password", async (_, url, why) => {
    const refusal = await open(url).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: "database-unreachable", message: expect.stringMatching(why) });
    expect((refusal as Error).message).toContain("DATABASE_URL");
    expect((refusal as Error).message).not.toContain("open-sesame");
  });

  it("refuses a wrong password and a database that is not there", async () => {
    const password = inject("testServer").superuser.password;
    await expect(open(databaseUrl.replace(password, "wrong"))).rejects.toMatchObject({
      code: "database-unreachable",
      message: expect.stringContaining("password authentication failed"),
    });
    await expect(open(databaseUrl.replace(/\/test_\w+/, "/missing"))).rejects.toMatchObject({
      code: "database-unreachable",
      message: expect.stringContaining('database "missing" does not exist'),
    });
  });
});
