import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { staticFiles } from "../../src/edges/pages/static-files.ts";

export interface SampleSite {
  readonly names: readonly string[];
  addressOf(name: string): string;
  close(): Promise<void>;
}

/** The strictest policy a page is delivered under: what breaks under it here would break in service. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Serves sample pages and the static files on a free port of this machine. */
export async function serveSamples(views: Readonly<Record<string, Html>>): Promise<SampleSite> {
  const app = new Hono();
  app.route("/", staticFiles());
  app.get("/:name", async (context) => {
    const view = await views[context.req.param("name")];
    if (view === undefined) return context.notFound();
    return context.html(String(view), 200, {
      "content-security-policy": context.req.param("name").startsWith("flow-preview")
        ? `${contentSecurityPolicy.replace(" 'none'; style", " 'none'; frame-src 'self'; style").replace("frame-ancestors 'none'", "frame-ancestors 'self'")}`
        : contentSecurityPolicy,
    });
  });
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, resolve);
  const { port } = await promise;
  return {
    names: Object.keys(views),
    addressOf: (name) => `http://127.0.0.1:${port}/${name}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
