import { readdirSync, readFileSync } from "node:fs";
import type { Context } from "hono";
import { Hono } from "hono";

const folders = ["browser", "reading"] as const;
const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};

/** Serves the tester's own scripts and stylesheet, as they are. */
export function testerAssets(): Hono {
  const files = new Map(folders.flatMap(filesOf));
  const app = new Hono();
  app.get("/:folder/:name", (c: Context) => {
    const name = `${c.req.param("folder")}/${c.req.param("name")}`;
    const content = files.get(name);
    if (content === undefined) return c.notFound();
    return c.body(content, 200, {
      "content-type": types[name.slice(name.lastIndexOf(".") + 1)] ?? "text/plain",
      "cache-control": "public, max-age=300",
      "x-content-type-options": "nosniff",
    });
  });
  return app;
}

function filesOf(folder: string): (readonly [string, string])[] {
  const place = new URL(`./${folder}/`, import.meta.url);
  return readdirSync(place)
    .filter((name) => /\.(js|css)$/.test(name) && !name.includes(".test."))
    .map((name) => [`${folder}/${name}`, readFileSync(new URL(name, place), "utf8")] as const);
}
