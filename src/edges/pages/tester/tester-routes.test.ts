import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testMachine } from "../../../../test/support/test-machine.ts";
import { readConfiguration } from "../../../platform/config/configuration.ts";
import type { Database } from "../../../platform/database/database.ts";
import { testerRoutes } from "./tester-routes.ts";

/** Stands for the deployment's own protocol endpoints. */
const deployment = createServer((request, response) => {
  const base = `http://127.0.0.1:${(deployment.address() as AddressInfo).port}`;
  response.setHeader("content-type", "application/json");
  if (request.url === "/t1/v2.0/.well-known/openid-configuration") {
    const endpoints = { authorization_endpoint: `${base}/authorize`, token_endpoint: `${base}/token` };
    response.end(JSON.stringify({ issuer: `${base}/t1/v2.0`, jwks_uri: `${base}/keys`, ...endpoints }));
  } else if (request.url === "/token") {
    response.end(JSON.stringify({ access_token: "<script>alert(1)</script>", token_type: "Bearer" }));
  } else {
    response.writeHead(404).end("{}");
  }
});
let publicUrl = "";
beforeAll(async () => {
  await new Promise<void>((listening) => deployment.listen(0, "127.0.0.1", listening));
  publicUrl = `http://127.0.0.1:${(deployment.address() as AddressInfo).port}`;
});
afterAll(() => {
  deployment.close().closeAllConnections();
});

const application = {
  clientId: "web",
  displayName: "Web",
  platform: "web" as const,
  demoSecret: "demo-secret",
};

function openTester(mode: "demo" | "production" = "demo") {
  const machine = testMachine({} as Database, {
    configuration: readConfiguration({ GUESTHOUSE_PUBLIC_URL: publicUrl }, { mode }),
  });
  const tenants = [{ tenantId: "t1", displayName: "Contoso", applications: [application] }];
  const app = new Hono().route("/tester", testerRoutes(machine, { listTenants: async () => tenants }));
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "sec-fetch-site": "same-origin",
        ...headers,
      },
    });
  return { app, machine, send };
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
const stateIn = (page: string) => /state=(flow%3A[\w-]+)/.exec(page)?.[1] ?? "";

describe("testerRoutes", () => {
  it("offers the listed applications and never writes their secrets", async () => {
    const page = await (await openTester().app.request("/tester")).text();
    expect(page).toContain("Contoso · Web");
    expect(page).not.toContain("demo-secret");
  });

  it("sends the person on, and keeps the run in a cookie nobody can read", async () => {
    const { send } = openTester();
    const response = await send("/tester/run", {
      application: "typed",
      authority: `${publicUrl}/t1/v2.0`,
      client_id: "web",
      client_secret: "typed-secret",
      flow: "code",
    });
    const page = await response.text();
    expect(page).toContain(`${publicUrl}/authorize?client_id=web`);
    expect(page).not.toContain("typed-secret");
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^tester-run-[\w-]+=[\w-]+; Max-Age=3600; Path=\/tester; HttpOnly; SameSite=Lax$/);
    expect(Buffer.from(cookie.split("=")[1] ?? "", "base64url").toString("latin1")).not.toContain(
      "typed-secret",
    );
  });

  it("shows an answer together with its request, as text", async () => {
    const { app, send } = openTester();
    const started = await send("/tester/run", { application: "t1/web", flow: "code" });
    const cookie = cookiesOf(started);
    const state = stateIn(await started.text());
    const response = await app.request(`/tester?code=c1&state=${state}`, { headers: { cookie } });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain("Token response (200)");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toContain("<script>alert");
    expect(page).not.toContain("demo-secret");
  });

  it("does not take an answer for its own when the browser began no such run, or it is over an hour old", async () => {
    const { app, machine, send } = openTester();
    const started = await send("/tester/run", { application: "t1/web", flow: "code" });
    const cookie = cookiesOf(started);
    const state = stateIn(await started.text());
    const answer = (headers: Record<string, string>) =>
      app.request(`/tester?code=c1&state=${state}`, { headers });
    expect((await answer({})).status).toBe(400);
    // Not the last letter: of that one some bits may not count.
    const forged = cookie.replace(/=(.)/, (_, first) => `=${first === "A" ? "B" : "A"}`);
    expect((await answer({ cookie: forged })).status).toBe(400);
    machine.setClock(new Date(machine.clock().getTime() + 3601_000));
    expect((await answer({ cookie })).status).toBe(400);
  });

  it("brings an answer from another site together with the cookie by posting it once more", async () => {
    const page = await (await openTester().send("/tester", { state: "flow:x", id_token: "a" })).text();
    expect(page).toContain('action="/tester"');
    expect(page).toContain('name="answer_path" value="form_post"');
  });

  it("remembers only the latest runs, so that its cookies never fill a request", async () => {
    const { app, send, machine } = openTester();
    const jar = new Map<string, string>();
    for (let run = 0; run < 6; run += 1) {
      machine.setClock(new Date(machine.clock().getTime() + 1000));
      const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
      const started = await send("/tester/run", { application: "t1/web", flow: "code" }, { cookie });
      for (const set of started.headers.getSetCookie()) {
        const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
        if (set.includes("Max-Age=0")) jar.delete(name);
        else jar.set(name, value);
      }
    }
    expect(jar.size).toBe(3);
    expect((await app.request("/tester")).status).toBe(200);
  });

  it.each(["run", "prepare", "result"])("takes no form for /tester/%s from another site", async (step) => {
    const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    expect((await openTester().send(`/tester/${step}`, {}, headers)).status).toBe(403);
  });

  it("calls no other server in production", async () => {
    const fields = {
      application: "typed",
      authority: "http://127.0.0.2:1/v2.0",
      client_id: "x",
      flow: "code",
    };
    const response = await openTester("production").send("/tester/run", fields);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("This deployment tests its own tenants only.");
  });

  it("reaches nothing inside this network, except itself", async () => {
    const fields = {
      application: "typed",
      authority: "http://169.254.169.254/v2.0",
      client_id: "x",
      flow: "code",
    };
    const page = await (await openTester().send("/tester/run", fields)).text();
    expect(page).toContain("could not be read");
    expect(page).toContain("address inside this network");
  });

  it("ignores secrets in links and leaves them out of its own", async () => {
    const page = await (
      await openTester().app.request("/tester?client_secret=s1&refresh_token=r1&flow=refresh&scope=openid")
    ).text();
    expect(page).not.toContain("s1");
    expect(page).not.toContain("r1");
    expect(page).toContain('value="openid"');
  });

  it("leads back to the form when a step is opened by its address", async () => {
    const response = await openTester().app.request("/tester/run");
    expect([response.status, response.headers.get("location")]).toEqual([302, "/tester"]);
  });
});
