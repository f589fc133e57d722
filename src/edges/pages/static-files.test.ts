import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { staticFiles } from "./static-files.ts";

const app = staticFiles();

describe("the static files", () => {
  it("answer with their kind and may be kept for a while", async () => {
    const answer = await app.request("/static/guesthouse.css");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(answer.headers.get("cache-control")).toContain("max-age=300");
  });

  it("are not sent again to who has them", async () => {
    const etag = (await app.request("/static/page-manners.js")).headers.get("etag") ?? "";
    const again = await app.request("/static/page-manners.js", { headers: { "if-none-match": `W/${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  it("colour a page by its organisation", async () => {
    expect(await (await app.request("/static/accent.css?colour=0f6cbd")).text()).toContain(
      "--accent:#0f6cbd",
    );
  });

  it.each(["/static/nothing.css", "/static/..%2Fstatic-files.ts", "/static/%2e%2e%2fpackage.json"])(
    "are not found at %s",
    async (path) => {
      expect((await app.request(path)).status).toBe(404);
    },
  );

  it("keep the stylesheet under 10 kB compressed", async () => {
    const stylesheet = await (await app.request("/static/guesthouse.css")).text();
    expect(gzipSync(stylesheet).length).toBeLessThan(10_000);
  });
});
