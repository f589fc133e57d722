import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLocalCertificate } from "../secrets/local-certificate.ts";
import { outboundFetch } from "./outbound-fetch.ts";
import { type OutboundPolicy, outboundPolicy } from "./outbound-policy.ts";

const loopback = ["127.0.0.0/8"];
let inside: { server: Server; port: number; asked: string[] };
let partner: { server: Server; port: number; asked: string[] };

beforeAll(async () => {
  inside = await listen("127.0.0.1", (_request, response) => response.end("the secret of the machine"));
  partner = await listen("127.0.0.2", answerAsPartner);
});
afterAll(() => {
  for (const { server } of [inside, partner]) server.close().closeAllConnections();
});

/** The partner stands for a host outside: only its address is allowed. */
function partnerPolicy(changes: Partial<OutboundPolicy> = {}): OutboundPolicy {
  return outboundPolicy({ allowedNetworks: ["127.0.0.2/32"], timeLimitMilliseconds: 60_000, ...changes });
}
const atPartner = (path: string): string => `http://127.0.0.2:${partner.port}${path}`;

const answerAsPartner: RequestListener = (request, response) => {
  const path = new URL(request.url ?? "/", "http://partner.example").pathname;
  const to = (location: string): unknown => response.writeHead(302, { location }).end();
  if (path === "/to-inside") return to(`http://127.0.0.1:${inside.port}/secret`);
  if (path === "/to-name") return to(`http://localhost:${inside.port}/secret`);
  if (path === "/to-file") return to("file:///etc/passwd");
  if (path === "/loop") return to("/loop");
  if (path === "/once") return to("/fine");
  if (path === "/elsewhere") return to(`http://127.0.0.3:${partner.port}/echo`);
  if (path === "/big") return response.end("x".repeat(5000));
  if (path === "/bomb") return response.setHeader("content-encoding", "gzip").end(gzipSync("x".repeat(1e6)));
  if (path === "/slow") return response.write("a beginning");
  if (path === "/echo") return response.end(JSON.stringify(request.headers));
  return response.end("fine");
};

describe("outboundFetch", () => {
  it("refuses every way of writing an address inside, and asks nothing there", async () => {
    const { port } = inside;
    const hosts = [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f.1",
      "0.0.0.0",
      "[::1]",
      "[::ffff:127.0.0.1]",
    ];
    for (const host of hosts) {
      await expect(outboundFetch(outboundPolicy(), `http://${host}:${port}/`), host).rejects.toMatchObject({
        code: "address-refused",
      });
    }
    expect(inside.asked).toEqual([]);
  });

  it("reaches an address inside when its network is allowed by configuration", async () => {
    const response = await outboundFetch(partnerPolicy(), atPartner("/"));
    expect(await response.text()).toBe("fine");
  });

  it("reaches an origin that the caller allows, and not another port of it", async () => {
    const policy = outboundPolicy({
      allowedOrigins: [`http://localhost:${partner.port}`],
      lookup: always("127.0.0.2"),
    });
    expect((await outboundFetch(policy, `http://localhost:${partner.port}/`)).status).toBe(200);
    await expect(outboundFetch(policy, `http://localhost:${inside.port}/`)).rejects.toMatchObject({
      code: "address-refused",
    });
  });

  it.each(["/to-inside", "/to-name"])("does not follow a redirect to an address inside: %s", async (path) => {
    await expect(outboundFetch(partnerPolicy(), atPartner(path))).rejects.toMatchObject({
      code: "address-refused",
    });
    expect(inside.asked).toEqual([]);
  });

  it("is not deceived by a name whose address changes between two calls", async () => {
    const addresses = ["127.0.0.2", "127.0.0.1"];
    const lookup: LookupFunction = (name, options, done) =>
      always(addresses.shift() ?? "")(name, options, done);
    const policy = partnerPolicy({ lookup });
    const url = `http://rebinding.example:${partner.port}/`;
    expect((await outboundFetch(policy, url)).status).toBe(200);
    await expect(outboundFetch(policy, url)).rejects.toMatchObject({ code: "address-refused" });
    expect(addresses).toEqual([]);
  });

  it("refuses a name with one address outside and one inside", async () => {
    const lookup: LookupFunction = (_name, _options, done) =>
      done(null, [
        { address: "127.0.0.2", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ]);
    await expect(
      outboundFetch(partnerPolicy({ lookup }), `http://two.example:${partner.port}/`),
    ).rejects.toMatchObject({ code: "address-refused" });
  });

  it("follows up to three redirects", async () => {
    expect(await (await outboundFetch(partnerPolicy(), atPartner("/once"))).text()).toBe("fine");
    await expect(outboundFetch(partnerPolicy(), atPartner("/loop"))).rejects.toMatchObject({
      code: "too-many-redirects",
    });
    expect(partner.asked.filter((path) => path === "/loop")).toHaveLength(4);
  });

  it("hands a redirect of a POST back, so that what it carried goes nowhere else", async () => {
    const response = await outboundFetch(partnerPolicy(), atPartner("/to-inside"), {
      method: "POST",
      body: "code=1",
    });
    expect(response.status).toBe(302);
    expect(inside.asked).toEqual([]);
  });

  it("leaves credentials behind when a redirect goes to another origin", async () => {
    const policy = partnerPolicy({ allowedNetworks: loopback, lookup: always("127.0.0.2") });
    const url = `http://partner.example:${partner.port}/elsewhere`;
    const listener = await listen("127.0.0.3", answerAsPartner, partner.port);
    try {
      const headers = { authorization: "Bearer secret", accept: "application/json" };
      const seen = (await (await outboundFetch(policy, url, { headers })).json()) as IncomingHttpHeaders;
      expect(seen.accept).toBe("application/json");
      expect(seen.authorization).toBeUndefined();
    } finally {
      listener.server.close().closeAllConnections();
    }
  });

  it.each([
    "file:///etc/passwd",
    "ftp://partner.example/",
    "http://user:word@partner.example/",
    "not an address",
  ])("refuses %s", async (url) => {
    await expect(outboundFetch(outboundPolicy(), url)).rejects.toMatchObject({ code: "url-refused" });
  });

  it("refuses a redirect that leaves the web", async () => {
    await expect(outboundFetch(partnerPolicy(), atPartner("/to-file"))).rejects.toMatchObject({
      code: "url-refused",
    });
  });

  it.each(["/big", "/bomb"])(
    "stops reading at the size limit, counted after decompression: %s",
    async (path) => {
      await expect(
        outboundFetch(partnerPolicy({ sizeLimitBytes: 4000 }), atPartner(path)),
      ).rejects.toMatchObject({
        code: "size-limit-reached",
      });
      expect((await outboundFetch(partnerPolicy({ sizeLimitBytes: 1e6 }), atPartner(path))).status).toBe(200);
    },
  );

  it("stops at the time limit, even when the body trickles", async () => {
    await expect(
      outboundFetch(partnerPolicy({ timeLimitMilliseconds: 300 }), atPartner("/slow")),
    ).rejects.toMatchObject({ code: "time-limit-reached" });
  });

  it("speaks TLS only with whom it trusts", async () => {
    const folder = mkdtempSync(join(tmpdir(), "guesthouse-outbound-"));
    const { key, certificate, authorityPath } = await openLocalCertificate(folder, "localhost", new Date());
    const server = createSecureServer({ key, cert: certificate }, (_request, response) =>
      response.end("fine"),
    );
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const url = `https://localhost:${(server.address() as AddressInfo).port}/`;
    const policy = { allowedNetworks: loopback, lookup: always("127.0.0.1") };
    const trusting = outboundPolicy({
      ...policy,
      trustedCertificates: [readFileSync(authorityPath, "utf8")],
    });
    try {
      await expect(outboundFetch(outboundPolicy(policy), url)).rejects.toMatchObject({ code: "unreachable" });
      expect(await (await outboundFetch(trusting, url)).text()).toBe("fine");
    } finally {
      server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    }
  });

  it("says when nobody answers", async () => {
    await expect(
      outboundFetch(outboundPolicy({ allowedNetworks: loopback }), "http://127.0.0.9:9/"),
    ).rejects.toMatchObject({ code: "unreachable" });
  });
});

function always(address: string): LookupFunction {
  return (_name, options, done) =>
    options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4);
}

async function listen(host: string, answer: RequestListener, port = 0) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    return answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(port, host, listening));
  return { server, asked, port: (server.address() as AddressInfo).port };
}
