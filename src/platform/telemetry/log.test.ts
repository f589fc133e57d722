import { describe, expect, it } from "vitest";
import { openLog } from "./log.ts";

function logged(write: (log: ReturnType<typeof openLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(openLog("info", { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "");
}

describe("the log", () => {
  it("hides what carries the name of a secret, three levels deep, and shows the rest", () => {
    const careless = {
      password: "one",
      path: "/token",
      body: { code: "two", scope: "openid", inside: { access_token: "three", list: [1, 2] } },
      rows: [{ token: "four" }, "plain"],
    };
    const line = logged((log) => log.info(careless, "careless"));
    expect(JSON.stringify(line)).not.toMatch(/one|two|three|four/);
    expect(line).toMatchObject({
      msg: "careless",
      path: "/token",
      body: { code: "[secret]", scope: "openid", inside: { access_token: "[secret]", list: [1, 2] } },
      rows: [{ token: "[secret]" }, "plain"],
    });
    expect(careless.password).toBe("one");
  });

  it("shows errors with their stack and without the secrets they carry along", () => {
    const error = Object.assign(new Error("no answer"), { status: 500, config: { client_secret: "hidden" } });
    const line = logged((log) => log.error({ error }, "failed"));
    expect(line["error"]).toMatchObject({ message: "no answer", status: 500 });
    expect(JSON.stringify(line)).not.toContain("hidden");
    expect(JSON.stringify(line)).toContain("log.test.ts");
  });

  it("says what went wrong when it is no error, or none", () => {
    expect(logged((log) => log.warn({ error: "refused" }, "x"))["error"]).toBe("refused");
    expect(logged((log) => log.warn({ error: undefined, at: new Date(0) }, "x"))["at"]).toBe(
      "1970-01-01T00:00:00.000Z",
    );
  });
});
