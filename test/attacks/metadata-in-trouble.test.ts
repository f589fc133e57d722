import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { removeIdentityProvider } from "../../src/domain/federation/remove-identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import {
  encodedResponse,
  type ForgingSamlProvider,
  readSamlRequest,
  startForgingSamlProvider,
} from "../support/forging-saml-provider.ts";
import {
  type ForgingWsFederationProvider,
  readTokenRequest,
  startForgingWsFederationProvider,
} from "../support/forging-ws-federation-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { type Seen, textOf } from "../support/visitor.ts";

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
machine.setClock(new Date());

const kinds = ["saml", "ws-federation"] as const;
type Kind = (typeof kinds)[number];

let saml: ForgingSamlProvider;
let sts: ForgingWsFederationProvider;
/** What the metadata's address answers, by the path that a test chose. */
const answers = new Map<string, (response: ServerResponse) => unknown>();
const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  if (answer) answer(response);
  else response.writeHead(404).end();
});
let origin = "";

beforeAll(async () => {
  saml = await startForgingSamlProvider(machine.clock);
  sts = await startForgingWsFederationProvider(machine.clock);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await Promise.all([saml?.close(), sts?.close()]);
  await new Promise((done) => void server.close(done).closeAllConnections());
});

const partnerOf = (kind: Kind) => (kind === "saml" ? saml : sts);

function add(kind: Kind, path: string, domains: readonly DomainName[] = []) {
  return addIdentityProvider(machine, byOperator, {
    tenantId: contoso.tenantId,
    kind,
    displayName: "Partner",
    settings: { metadataUrl: `${origin}${path}` },
    secret: undefined,
    domains,
  });
}

const troubles: readonly [string, (response: ServerResponse) => unknown, string][] = [
  ["an error", (response) => response.writeHead(503).end("<md/>"), "provider-unreachable"],
  ["a page", (response) => response.end("<!doctype html><p>We are moving"), "provider-answer-wrong"],
  ["half a document", (response) => response.end("<EntityDescriptor entityID='x'>"), "provider-answer-wrong"],
  ["nothing", (response) => response.end(), "provider-answer-wrong"],
  ["a broken connection", (response) => response.destroy(), "provider-unreachable"],
  ["no end", (response) => void response.write("<a>".repeat(10)), "provider-unreachable"],
  ["too much", (response) => response.end("<a>".repeat(2_000_000)), "provider-unreachable"],
  [
    "a way inside",
    (response) => response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end(),
    "provider-unreachable",
  ],
];

describe("17 and trouble: a partner is not added while its metadata's address answers", () => {
  it.each(troubles)("with %s", { timeout: 40_000 }, async (name, answer, code) => {
    const path = `/${encodeURIComponent(name)}`;
    answers.set(path, answer);
    // Both at once: one of these answers is waited for until the time is up.
    const added = await Promise.all(kinds.map((kind) => add(kind, path)));
    for (const one of added) expect(one).toMatchObject({ refusal: { code } });
  });
});

/** A guest of the partner comes back with an answer signed by the key of this moment. */
async function comesBack(kind: Kind, address: string): Promise<Seen> {
  house.moveClock(61);
  const { link } = await house.invite(address);
  const visitor = house.visitor();
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  const sentTo = (await visitor.get(`${page.url.pathname}/provider`)).url;
  if (kind === "saml") {
    const request = readSamlRequest(sentTo);
    const xml = saml.respond(request, { nameId: address, email: address });
    return visitor.post(request.recipient, {
      SAMLResponse: encodedResponse(xml),
      RelayState: request.relayState,
    });
  }
  const request = readTokenRequest(sentTo);
  const wresult = sts.respond("SAML 1.1", request, { nameId: address, email: address });
  return visitor.post(request.reply, { wa: "wsignin1.0", wresult, wctx: request.context });
}

describe("a partner whose metadata's address is in trouble later", () => {
  it.each(kinds)("keeps its people's way in, and changes its key once it is back (%s)", async (kind) => {
    const partner = partnerOf(kind);
    const domain = `${kind}.example` as DomainName;
    published.set(domain, [`DirectFedAuthUrl=${partner.signInUrl}`]);
    const path = `/later/${kind}`;
    const isWell = async (response: ServerResponse) =>
      response.end(await (await fetch(partner.metadataUrl)).text());
    answers.set(path, isWell);
    const { providerId } = accepted(await add(kind, path, [domain]));
    const [, down] = troubles[0] ?? [];
    if (down) answers.set(path, down);
    expect(textOf(await comesBack(kind, `known@${domain}`))).toContain("Review permissions");
    await partner.rollKey();
    const failed = await comesBack(kind, `unknown@${domain}`);
    expect(textOf(failed)).toContain("Partner could not sign you in");
    // Nobody asks again within a minute; the limit counts by the database's clock.
    await machine.limits.forget("provider-metadata-reread", `${contoso.tenantId}.${providerId}`);
    answers.set(path, isWell);
    expect(textOf(await comesBack(kind, `known-again@${domain}`))).toContain("Review permissions");
    accepted(await removeIdentityProvider(machine, byOperator, { tenantId: contoso.tenantId, providerId }));
  });

  it.each(kinds)(
    "is read with a clock that is wrong by less than two minutes, not by more (%s)",
    async (kind) => {
      const partner = partnerOf(kind);
      const domain = `clock-${kind}.example` as DomainName;
      published.set(domain, [`DirectFedAuthUrl=${partner.signInUrl}`]);
      const { providerId } = accepted(
        await addIdentityProvider(machine, byOperator, {
          tenantId: contoso.tenantId,
          kind,
          displayName: "Partner",
          settings: { metadataUrl: partner.metadataUrl },
          secret: undefined,
          domains: [domain],
        }),
      );
      // The partner's clock stands while ours moves: tokens hold from 5 s before to 300 s after.
      const ours = machine.clock();
      const seen = new Map<number, boolean>();
      for (const secondsOff of [-130, -120, 410, 425]) {
        machine.setClock(new Date(ours.getTime()));
        const page = await comesBackWithClock(kind, `off${secondsOff}@${domain}`, secondsOff);
        seen.set(secondsOff, textOf(page).includes("Review permissions"));
      }
      machine.setClock(ours);
      expect(Object.fromEntries(seen)).toEqual({ "-130": false, "-120": true, 410: true, 425: false });
      accepted(await removeIdentityProvider(machine, byOperator, { tenantId: contoso.tenantId, providerId }));
    },
  );
});

/** Like `comesBack`, with our clock moved between the partner's answer and its arrival. */
async function comesBackWithClock(kind: Kind, address: string, secondsOff: number): Promise<Seen> {
  const { link } = await house.invite(address);
  const visitor = house.visitor();
  const page = await visitor.submit(await visitor.get(link), { decision: "accept" });
  const sentTo = (await visitor.get(`${page.url.pathname}/provider`)).url;
  const said = { nameId: address, email: address };
  if (kind === "saml") {
    const request = readSamlRequest(sentTo);
    const SAMLResponse = encodedResponse(saml.respond(request, said));
    house.moveClock(secondsOff);
    return visitor.post(request.recipient, { SAMLResponse, RelayState: request.relayState });
  }
  const request = readTokenRequest(sentTo);
  const wresult = sts.respond("SAML 2.0", request, said);
  house.moveClock(secondsOff);
  return visitor.post(request.reply, { wa: "wsignin1.0", wresult, wctx: request.context });
}
