import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { limitBody } from "./limit-body.ts";

const app = new Hono();
app.use(limitBody(10, (c) => c.text("too large", 413)));
app.post("/", async (c) => c.text(await c.req.text()));
app.get("/", (c) => c.text("here"));

function post(body: string | ReadableStream, headers: Record<string, string>) {
  return app.request("/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

describe("a body", () => {
  it("may be as large as the limit", async () => {
    expect(await (await post("0123456789", { "content-length": "10" })).text()).toBe("0123456789");
    expect((await app.request("/")).status).toBe(200);
  });

  it("that announces more is refused", async () => {
    expect((await post("0123456789a", { "content-length": "11" })).status).toBe(413);
  });

  it("that announces nothing, or comes in chunks, is counted", async () => {
    const chunks = () =>
      new ReadableStream({
        start(controller) {
          for (let chunk = 0; chunk < 3; chunk += 1) controller.enqueue(new TextEncoder().encode("01234"));
          controller.close();
        },
      });
    expect((await post(chunks(), {})).status).toBe(413);
    expect((await post(chunks(), { "content-length": "2", "transfer-encoding": "chunked" })).status).toBe(
      413,
    );
  });
});
