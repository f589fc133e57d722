import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { Hono } from "hono";
import { accentStylesheet } from "./layout/accent-stylesheet.ts";
import { inColourScheme } from "./layout/colour-scheme.ts";
import { groundStylesheet } from "./layout/ground-stylesheet.ts";

interface StaticFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

const folder = new URL("./static/", import.meta.url);
const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};
/** Names carry no hash, so a browser asks again after five minutes; the answer is mostly 304. */
const cacheControl = "public, max-age=300, stale-while-revalidate=86400";

/** Serves /static/*: stylesheet, scripts and pictures, read once at start, and the colours of an organisation. */
export function staticFiles(): Hono {
  const files = new Map(readdirSync(folder).flatMap((name) => loadFile(name)));
  const app = new Hono();
  app.get("/static/accent.css", (context) => {
    const { colour = "", scheme } = context.req.query();
    const content = new TextEncoder().encode(inColourScheme(accentStylesheet(colour), scheme));
    return answer(context.req.raw, describe(content, "css"));
  });
  app.get("/static/guesthouse.css", (context, next) => {
    const { scheme } = context.req.query();
    const file = files.get("guesthouse.css");
    if (scheme === undefined || file === undefined) return next();
    const stylesheet = inColourScheme(new TextDecoder().decode(file.content), scheme);
    return Promise.resolve(answer(context.req.raw, describe(new TextEncoder().encode(stylesheet), "css")));
  });
  app.get("/static/ground.css", (context) => {
    const { colour = "", image = "" } = context.req.query();
    const content = new TextEncoder().encode(groundStylesheet(colour, image));
    return answer(context.req.raw, describe(content, "css"));
  });
  app.get("/static/:name", (context) => {
    const file = files.get(context.req.param("name"));
    return file === undefined ? context.notFound() : answer(context.req.raw, file);
  });
  return app;
}

function loadFile(name: string): [string, StaticFile][] {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  if (types[extension] === undefined) return [];
  return [[name, describe(new Uint8Array(readFileSync(new URL(name, folder))), extension)]];
}

function describe(content: Uint8Array<ArrayBuffer>, extension: string): StaticFile {
  const digest = createHash("sha256").update(content).digest("base64url").slice(0, 22);
  return { content, type: types[extension] ?? "application/octet-stream", etag: `"${digest}"` };
}

function answer(request: Request, file: StaticFile): Response {
  const headers = {
    "content-type": file.type,
    etag: file.etag,
    "cache-control": cacheControl,
    "x-content-type-options": "nosniff",
  };
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(file.etag)
    ? new Response(null, { status: 304, headers })
    : new Response(file.content, { headers });
}
