import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import { startListening, stopListening } from "../../src/app/listen.ts";
import { shedLoad } from "../../src/edges/shared/shed-load.ts";
import { askForTokens, clientsOf, signInAt } from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";

const house = await testHouse();
const { contoso, machine } = house;
const { web } = clientsOf(house);
const publicUrl = machine.configuration.publicUrl;

const tokenPath = `/${contoso.tenantId}/oauth2/v2.0/token`;
/** Short, and yet longer than an honest request takes on a busy machine; Node's own would outlast a test. */
const patience = { headers: 3000, request: 5000, checkedEvery: 100 };
let server: ServerType | undefined;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  if (server) await stopListening(server);
  server = undefined;
});

/** Serves on a free port of this machine; answers it. */
async function listenTo(fetch: Parameters<typeof startListening>[1]): Promise<number> {
  server = await startListening({ host: "127.0.0.1", port: 0 }, fetch, undefined, patience);
  return (server.address() as AddressInfo).port;
}

/** Begins a post and sends its body a byte at a time, or not at all. */
async function slowPost(port: number, path: string, everyMilliseconds?: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na`,
  );
  if (everyMilliseconds !== undefined) {
    const timer = setInterval(() => socket.write("a"), everyMilliseconds);
    socket.once("close", () => clearInterval(timer));
  }
  return socket;
}

/** Milliseconds that this process worked, however busy the machine is with others. */
function startStopwatch(): { spent(): number } {
  const before = process.cpuUsage();
  return {
    spent() {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    },
  };
}

/** Resolves when a socket is closed, also by a fault: `once` would throw then. */
function endOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.resume().once("close", () => resolve());
  });
}

describe("20: what is too much is refused early", () => {
  it("a body too large is refused, with its length told or not", async () => {
    const large = `state=${"a".repeat(3 * 1024 * 1024)}`;
    for (const path of ["/redeem", tokenPath, "/tester/run", "/v1.0/invitations"]) {
      const headers = { "content-type": "application/x-www-form-urlencoded", origin: publicUrl };
      const told = await house.fetch(
        new Request(`${publicUrl}${path}`, {
          method: "POST",
          headers: { ...headers, "content-length": String(large.length) },
          body: large,
        }),
      );
      expect(told.status, path).toBe(413);
      const untold = await house.fetch(
        new Request(`${publicUrl}${path}`, {
          method: "POST",
          headers,
          body: new Blob([large]).stream(),
          duplex: "half",
        } as RequestInit),
      );
      expect(untold.status, path).toBe(413);
    }
  });

  it("deep filters, deep JSON and endless lists are refused quickly", async () => {
    const automation = contoso.applications[2];
    const { body } = await askForTokens(house, contoso.tenantId, {
      grant_type: "client_credentials",
      client_id: automation?.applicationId,
      client_secret: automation?.secret,
      scope: "https://graph.microsoft.com/.default",
    });
    const headers = {
      authorization: `Bearer ${String(body["access_token"])}`,
      "content-type": "application/json",
    };
    const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);
    const filters = [
      `${"(".repeat(5000)}userType eq 'Guest'${")".repeat(5000)}`,
      `${"not ".repeat(5000)}(userType eq 'Guest')`,
      Array.from({ length: 5000 }, () => "userType eq 'Guest'").join(" or "),
      `mail in (${Array.from({ length: 5000 }, () => "'a@b.example'").join(",")})`,
    ];
    const { spent } = startStopwatch();
    for (const filter of filters) {
      const response = await house.fetch(
        new Request(`${publicUrl}/v1.0/users?$filter=${encodeURIComponent(filter)}`, { headers }),
      );
      expect(response.status).toBe(400);
    }
    const bodies = [
      `{"invitedUserEmailAddress":${deep("[", "]", 100_000)}}`,
      JSON.stringify({
        invitedUserEmailAddress: "many@elsewhere.example",
        inviteRedirectUrl: "https://app.contoso.example/",
        invitedUserMessageInfo: {
          ccRecipients: Array.from({ length: 5000 }, (_, index) => ({
            emailAddress: { address: `copy${index}@elsewhere.example` },
          })),
        },
      }),
    ];
    for (const text of bodies) {
      const response = await house.fetch(
        new Request(`${publicUrl}/v1.0/invitations`, { method: "POST", headers, body: text }),
      );
      expect(response.status).toBe(400);
    }
    expect(spent()).toBeLessThan(5000);
  });

  it("an inviter's list of a thousand addresses invites nobody", async () => {
    const visitor = house.visitor();
    const ivo = contoso.users[1];
    await signInAt(visitor, "/myapps", ivo?.userName ?? "", ivo?.password ?? "");
    const addresses = Array.from({ length: 1000 }, (_, index) => `guest${index}@elsewhere.example`).join(
      "\n",
    );
    const answer = await visitor.submit(await visitor.get("/invite"), { addresses, step: "send" }, "/invite");
    expect(answer.status).toBe(400);
    expect(await machine.database.selectFrom("invitation").selectAll().execute()).toEqual([]);
  });

  it("thousands of parameters cost no thousands of refusals", async () => {
    const many = new URLSearchParams(Array.from({ length: 20_000 }, (_, index) => [`p${index}`, "x"]));
    many.set("client_id", web.clientId);
    const { spent } = startStopwatch();
    const response = await house.fetch(
      new Request(`${publicUrl}${tokenPath}`, { method: "POST", body: many }),
    );
    expect(response.status).toBe(400);
    expect(spent()).toBeLessThan(2000);
  });
});

describe("20: slow senders", () => {
  it("a request that trickles in is cut off, and others are served meanwhile", async () => {
    const port = await listenTo(house.fetch);
    const trickling = await slowPost(port, tokenPath, 50);
    const closed = endOf(trickling);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    await closed;
  });

  it("headers that never end are cut off", async () => {
    const port = await listenTo(house.fetch);
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    socket.on("error", () => undefined);
    socket.resume();
    await once(socket, "connect");
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    await endOf(socket);
  });

  it("many who only begin a post keep nobody else out", async () => {
    let begun = 0;
    const app = new Hono();
    app.use((_c, next) => {
      begun += 1;
      return next();
    });
    app.use(shedLoad(3));
    app.get("/", (c) => c.text("served"));
    app.post("/", async (c) => c.text(await c.req.text()));
    app.onError((_cut, c) => c.text("cut off", 400));
    const port = await listenTo(app.fetch);
    await Promise.all(Array.from({ length: 10 }, () => slowPost(port, "/")));
    await expect.poll(() => begun).toBe(10);
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toBe("served");
  });
});

describe("20: overload", () => {
  it("beyond what can be worked on at once requests are turned away, and soon served again", async () => {
    const held = Promise.withResolvers<void>();
    let holding = 0;
    const app = new Hono();
    app.use(shedLoad(3));
    app.get("/healthz", (c) => c.text("alive"));
    app.get("/slow", async (c) => {
      holding += 1;
      await held.promise;
      return c.text("done");
    });
    const port = await listenTo(app.fetch);
    const slow = Array.from({ length: 3 }, () => fetch(`http://127.0.0.1:${port}/slow`));
    await expect.poll(() => holding).toBe(3);
    const turnedAway = await fetch(`http://127.0.0.1:${port}/slow`);
    expect(turnedAway.status).toBe(503);
    expect(Number(turnedAway.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    held.resolve();
    for (const answer of await Promise.all(slow)) expect(answer.status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/slow`)).status).toBe(200);
  });
});
