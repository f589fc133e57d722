import { afterAll, beforeAll, expect, it } from "vitest";
import { type NameServer, startNameServer } from "../../../test/support/name-server.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import { openNameService } from "./name-service.ts";

let server: NameServer;

beforeAll(async () => {
  server = await startNameServer();
});
afterAll(() => server?.close());

it("reads the TXT records of a domain", async () => {
  server.records.set("fabrikam.example", ["one=1", "two=2"]);
  const records = await openNameService([server.address]).textRecords("fabrikam.example" as DomainName);
  expect(records).toEqual({ ok: true, value: ["one=1", "two=2"] });
});

it("knows a domain without records, and one that does not exist, from a server that does not answer", async () => {
  server.records.set("empty.example", []);
  const names = openNameService([server.address]);
  expect(await names.textRecords("empty.example" as DomainName)).toEqual({ ok: true, value: [] });
  expect(await names.textRecords("nowhere.example" as DomainName)).toEqual({ ok: true, value: [] });
  // Nobody listens on port 1.
  expect(await openNameService(["127.0.0.1:1"]).textRecords("fabrikam.example" as DomainName)).toMatchObject({
    ok: false,
    refusal: { code: "names-unreachable" },
  });
});
