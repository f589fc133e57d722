import { describe, expect, it } from "vitest";
import type { ConnectorStep } from "./api-connector.ts";
import { readConnectorAnswer } from "./connector-answer.ts";

const read = (status: number, body: unknown, step: ConnectorStep = "before-creation") =>
  readConnectorAnswer(step, status, typeof body === "string" ? body : JSON.stringify(body));

describe("the answer of an organisation's API", () => {
  it("lets the sign-up go on, with values", () => {
    expect(
      read(200, { version: "1.0.0", action: "Continue", postalCode: "12349", extension_Hobby: "chess" }),
    ).toEqual({
      ok: true,
      value: { kind: "continue", claims: { postalCode: "12349", extension_Hobby: "chess" } },
    });
  });

  it("stops it with a message", () => {
    expect(read(200, { version: "1.0.0", action: "ShowBlockPage", userMessage: "Ask <us>." })).toEqual({
      ok: true,
      value: { kind: "block", message: "Ask <us>." },
    });
  });

  it.each([400, "400"])("asks for other values with status %j in the body", (status) => {
    const body = { version: "1.0.0", status, action: "ValidationError", userMessage: "Five digits." };
    expect(read(400, body)).toEqual({
      ok: true,
      value: { kind: "validation-error", message: "Five digits." },
    });
    expect(read(400, body, "after-proof").ok).toBe(false);
  });

  it.each<[status: number, body: unknown, detail: RegExp]>([
    [200, "", /no JSON object/],
    [200, "[]", /no JSON object/],
    [200, "null", /no JSON object/],
    [200, "<html>", /no JSON object/],
    [200, { action: "Continue" }, /version is missing/],
    [200, { version: 1, action: "Continue" }, /version is missing/],
    [200, { version: "1.0.0" }, /Continue or ShowBlockPage/],
    [200, { version: "1.0.0", action: "continue" }, /Continue or ShowBlockPage/],
    [200, { version: "1.0.0", action: "ValidationError", status: 400, userMessage: "x" }, /Continue or Show/],
    [200, { version: "1.0.0", action: "ShowBlockPage" }, /userMessage is missing/],
    [200, { version: "1.0.0", action: "ShowBlockPage", userMessage: " " }, /userMessage is missing/],
    [400, { version: "1.0.0", action: "ValidationError", userMessage: "x" }, /400 in the body/],
    [400, { version: "1.0.0", status: 400, action: "Continue" }, /action is ValidationError/],
    [400, { version: "1.0.0", status: 400, action: "ValidationError" }, /userMessage is missing/],
    [401, {}, /did not accept the credentials/],
    [403, {}, /did not accept the credentials/],
    [201, { version: "1.0.0", action: "Continue" }, /HTTP status 201/],
    [302, "", /HTTP status 302/],
    [500, { version: "1.0.0", action: "Continue" }, /HTTP status 500/],
  ])("is none with %i %j", (status, body, detail) => {
    const outcome = read(status, body);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "answer-wrong" } });
    expect(outcome.ok ? "" : outcome.refusal.detail).toMatch(detail);
  });
});
