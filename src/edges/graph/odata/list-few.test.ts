import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { GraphError } from "../graph-error.ts";
import type { GraphRequest } from "../graph-request.ts";
import { listFew } from "./list-few.ts";

const objects = [
  { id: "1", displayName: "Reports Reader", isBuiltIn: true, note: null },
  { id: "2", displayName: "Guest Inviter", isBuiltIn: false, note: "kept" },
];

async function ask(query: string): Promise<string | string[]> {
  const app = new Hono();
  const machine = { configuration: { publicUrl: "https://guests.example" } };
  app.get("/few", (c) => listFew({ c, machine } as GraphRequest, "few", objects));
  app.onError((error, c) => c.json({ code: error instanceof GraphError ? error.code : error.message }, 400));
  const answer = await app.request(`https://guests.example/few?${query}`);
  const body = (await answer.json()) as { code?: string; value: { id: string }[] };
  return body.code ?? body.value.map(({ id }) => id);
}

describe("a short list", () => {
  it.each([
    ["", ["1", "2"]],
    ["$filter=displayName eq 'guest INVITER'", ["2"]],
    ["$filter=displayName ne 'Guest Inviter'", ["1"]],
    ["$filter=not (isBuiltIn eq true)", ["2"]],
    ["$filter=isBuiltIn eq 'true'", []],
    ["$filter=note eq null", ["1"]],
    ["$filter=id in ('2','3') or startswith(displayName,'rep')", ["1", "2"]],
    ["$filter=id eq '2' and isBuiltIn eq true", []],
    ["$top=1", ["1"]],
    ["$filter=displayName gt 'a'", "Request_UnsupportedQuery"],
    ["$filter=endswith(displayName,'r')", "Request_UnsupportedQuery"],
    ["$filter=constructor eq 'x'", "Request_BadRequest"],
    ["$select=toString", "Request_BadRequest"],
    ["$orderby=displayName", "Request_UnsupportedQuery"],
  ])("%s", async (query, expected) => {
    expect(await ask(query)).toEqual(expected);
  });
});
