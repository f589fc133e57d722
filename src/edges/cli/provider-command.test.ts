import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { startForgingHouse } from "../../../test/support/forging-house.ts";
import { startForgingSamlProvider } from "../../../test/support/forging-saml-provider.ts";
import { startForgingWsFederationProvider } from "../../../test/support/forging-ws-federation-provider.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import { findUser, identitiesOf } from "../../domain/directory/find-user.ts";
import { recordRedemption } from "../../domain/directory/record-redemption.ts";
import { addIdentityProvider } from "../../domain/federation/add-identity-provider.ts";
import { findProvider } from "../../domain/federation/find-provider.ts";
import { inviteGuest } from "../../domain/invitations/invite-guest.ts";
import { readConfiguration } from "../../platform/config/configuration.ts";
import type { CommandPort } from "./command-port.ts";
import { runCommandLine } from "./run-command-line.ts";

const partner = await startForgingSamlProvider(() => new Date());
const folder = await mkdtemp(join(tmpdir(), "guesthouse-provider-"));
afterAll(async () => {
  await partner.close();
  await rm(folder, { recursive: true });
});
/** What domains publish, where it is not that they trust the partner. */
const names = new Map<string, readonly string[]>();
const { database } = await testDatabase();
const machine = testMachine(database, {
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: {
    textRecords: async (domain) => ({
      ok: true,
      value: names.get(domain) ?? [`DirectFedAuthUrl=${partner.signInUrl}`],
    }),
  },
});
const { tenantId } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);

/** Runs a command in this process, on the test's own machine. */
const run = (...parameters: string[]) => runAny("provider", ...parameters);

async function runAny(...parameters: string[]): Promise<{ exitCode: number; printed: string }> {
  const port = { withMachine: (work) => work(machine) } as Partial<CommandPort> as CommandPort;
  let printed = "";
  const keep = (text: string | Uint8Array): boolean => {
    printed += String(text);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation(keep),
  );
  try {
    return {
      exitCode: await runCommandLine(["node", "guesthouse", ...parameters], port),
      printed,
    };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe("guesthouse provider add", () => {
  it("reads the certificate from a file, and tells what the partner needs", async () => {
    const certificate = join(folder, "partner.pem");
    await writeFile(certificate, partner.certificate());
    const added = await run(
      ...["add", "saml", "Partner", "--entity-id", partner.entityId, "--sign-in-url", partner.signInUrl],
      ...["--certificate", certificate, "--domain", "partner.example"],
    );
    expect(added).toMatchObject({ exitCode: 0 });
    const { publicUrl } = machine.configuration;
    for (const ours of [
      `${publicUrl}/${tenantId}/`,
      `${publicUrl}/federation/${tenantId}/saml`,
      `${publicUrl}/federation/${tenantId}/saml/metadata`,
    ])
      expect(added.printed).toContain(ours);
    const listed = JSON.parse((await run("list", "--json")).printed);
    expect(listed).toMatchObject([{ kind: "saml", issuer: partner.entityId, domains: ["partner.example"] }]);
    expect((await run("remove", listed[0].id)).exitCode).toBe(0);
  });

  it("reads everything from the metadata", async () => {
    const added = await run("add", "saml", "Partner", "--metadata-url", partner.metadataUrl, "--json");
    expect(JSON.parse(added.printed)).toMatchObject({
      issuer: partner.entityId,
      assertionConsumerUrl: `${machine.configuration.publicUrl}/federation/${tenantId}/saml`,
    });
  });

  it("adds one that speaks WS-Federation by its metadata", async () => {
    const sts = await startForgingWsFederationProvider(() => new Date());
    const added = await run(
      "add",
      "ws-federation",
      "Old partner",
      "--metadata-url",
      sts.metadataUrl,
      "--json",
    );
    const { publicUrl } = machine.configuration;
    expect(JSON.parse(added.printed)).toMatchObject({
      kind: "ws-federation",
      issuer: sts.entityId,
      realm: `${publicUrl}/${tenantId}/`,
      replyUrl: `${publicUrl}/federation/${tenantId}/ws-federation`,
    });
    await sts.close();
  });

  it("lets a partner begin sign-ins only when told so, and only one that signs assertions", async () => {
    const begins = await startForgingSamlProvider(() => new Date());
    const add = async (name: string, ...more: string[]) => {
      const url = ["--metadata-url", begins.metadataUrl];
      return JSON.parse((await run("add", "saml", name, ...url, "--json", ...more)).printed);
    };
    const { id } = await add("Begins", "--allow-unsolicited");
    expect((await findProvider(machine.database, tenantId, id))?.acceptsUnsolicited).toBe(true);
    await run("remove", "Begins");
    const asked = await add("Begins");
    expect((await findProvider(machine.database, tenantId, asked.id))?.acceptsUnsolicited).toBe(false);
    await run("remove", "Begins");
    const google = await run("add", "google", "Google", "--client-id", "x", "--allow-unsolicited");
    expect(google.printed).toContain("answers requests only (--allow-unsolicited)");
    await begins.close();
  });

  it("warns in the list of a certificate that ends soon and is published nowhere", async () => {
    const ending = await startForgingSamlProvider(() => new Date());
    await ending.rollKey(10);
    const certificate = join(folder, "ending.pem");
    await writeFile(certificate, ending.certificate());
    await run(
      ...["add", "saml", "Ending", "--entity-id", ending.entityId, "--sign-in-url", ending.signInUrl],
      ...["--certificate", certificate],
    );
    machine.setClock(new Date());
    const lines = (await run("list")).printed.split("\n");
    expect(lines.find((line) => line.includes("Ending"))).toMatch(/! its certificate ends on 20/);
    const listed = JSON.parse((await run("list", "--json")).printed) as Record<string, unknown>[];
    expect(listed.map((one) => [one["displayName"], one["certificateWarning"]])).toContainEqual([
      "Ending",
      "ends-soon",
    ]);
    expect(listed.filter((one) => one["certificateWarning"] !== null)).toHaveLength(1);
    await ending.close();
  });

  it("says what is missing in a sentence", async () => {
    expect((await run("add", "saml", "Other")).printed).toContain("issuer, signInUrl and certificates");
    expect((await run("add", "google", "Google")).printed).toContain("--client-id");
    expect((await run("add", "saml", "Other", "--certificate", join(folder, "none"))).printed).toContain(
      "cannot be read (--certificate)",
    );
    expect((await run("add", "saml", "Other", "--client-id", "x")).printed).toContain("clientId");
  });
});

describe("guesthouse provider test", () => {
  it("prints each check and a link, and fails when one does", async () => {
    machine.setClock(new Date());
    const good = await run("test", "partner");
    expect(good).toMatchObject({ exitCode: 0 });
    expect(good.printed).toContain("passed   The signing certificate is within its dates");
    expect(good.printed).toContain(`${machine.configuration.publicUrl}/connection-test/`);
    machine.setClock(new Date(Date.now() + 400 * 24 * 3600 * 1000));
    const old = await run("test", "Partner", "--json");
    machine.setClock(new Date());
    expect(old).toMatchObject({ exitCode: 1 });
    // What Node itself warns of stands beside it.
    const result = old.printed.split("\n").find((line) => line.startsWith("{"));
    const { passed, checks } = JSON.parse(result ?? "");
    expect(passed).toBe(false);
    expect(checks).toContainEqual(
      expect.objectContaining({
        check: "signing-certificates",
        outcome: "failed",
        remedy: expect.stringContaining("Ask the partner"),
      }),
    );
  });

  it("says when there is no such provider", async () => {
    expect((await run("test", "nobody")).printed).toContain('has no identity provider "nobody"');
  });
});

describe("guesthouse provider add guesthouse", () => {
  it("needs an address and no more, and says which domains wait for a proof", async () => {
    const other = await startForgingHouse(["other.example", "unproved.example"]);
    names.set("other.example", [`DirectFedAuthUrl=${other.origin}/${other.tenantId}`]);
    names.set("unproved.example", []);
    const added = await run("add", "guesthouse", "Other", "--address", other.address);
    expect(added).toMatchObject({ exitCode: 0 });
    expect(added.printed).toContain("speaks for unproved.example, which nothing proves yet");
    expect(added.printed).toContain(`DirectFedAuthUrl=${other.origin}/${other.tenantId}`);
    expect(added.printed).not.toContain("to be registered");
    expect((await run("add", "guesthouse", "Other")).printed).toContain("--address");
    await other.close();
  });
});

describe("guesthouse visits", () => {
  const visits = (...parameters: string[]) => runAny("visits", ...parameters);

  it("shows and changes on which other deployments members may be guests", async () => {
    expect((await visits()).printed).toContain("on every other Guesthouse");
    expect((await visits("listed", "--host", "guests.contoso.example")).printed).toContain(
      "guests on guests.contoso.example, and on no other",
    );
    expect(JSON.parse((await visits("nowhere", "--json")).printed)).toEqual({ where: "nowhere", hosts: [] });
    expect((await visits("listed")).exitCode).toBe(1);
    expect((await visits("nowhere", "--host", "guests.contoso.example")).exitCode).toBe(1);
    expect((await visits("listed", "--host", "https://guests.contoso.example")).printed).toContain("--host");
  });
});

describe("guesthouse provider disable", () => {
  it("switches a provider off and on, and tells first who would lose their way in", async () => {
    const pausing = await startForgingSamlProvider(() => new Date());
    const added = JSON.parse(
      (await run("add", "saml", "Pausing", "--metadata-url", pausing.metadataUrl, "--json")).printed,
    );
    const { user } = accepted(
      await inviteGuest(machine, byOperator, {
        ...{ tenantId, email: "pia@pausing.example", sendMail: false },
        redirectUrl: "https://app.contoso.example/",
      }),
    );
    const { issuer } = added;
    const identity = { issuer, subject: "pia", providerKind: "saml" as const, email: "pia@pausing.example" };
    await machine.database
      .transaction()
      .execute((transaction) =>
        recordRedemption(transaction, { tenantId, userId: user.userId, identity, now: machine.clock() }),
      );
    const asked = await run("disable", "pausing");
    expect(asked).toMatchObject({ exitCode: 1 });
    expect(asked.printed).toContain("1 guest accepted with Pausing");
    expect((await run("disable", "Pausing", "--yes")).printed).toContain("Pausing is switched off");
    const line = (await run("list")).printed.split("\n").find((one) => one.includes("Pausing"));
    expect(line).toMatch(/off$/);
    expect((await run("enable", "Pausing")).printed).toContain("Pausing is switched on");
    expect((await findProvider(machine.database, tenantId, added.id))?.isEnabled).toBe(true);
    await run("remove", "Pausing", "--yes");
    await pausing.close();
  });
});

describe("guesthouse provider remove", () => {
  it("tells first who would lose their way in, and invites them again when asked to", async () => {
    const { providerId, issuer } = accepted(
      await addIdentityProvider(machine, byOperator, {
        tenantId,
        kind: "saml",
        displayName: "Going",
        settings: {
          issuer: "https://going.example",
          signInUrl: partner.signInUrl,
          certificates: [partner.certificate()],
        },
        secret: undefined,
        domains: [],
      }),
    );
    const redirectUrl = "https://app.contoso.example/";
    const { user } = accepted(
      await inviteGuest(machine, byOperator, {
        tenantId,
        email: "vera@going.example",
        redirectUrl,
        sendMail: false,
      }),
    );
    const identity = { issuer, subject: "1", providerKind: "saml" as const, email: "vera@going.example" };
    await machine.database
      .transaction()
      .execute((transaction) =>
        recordRedemption(transaction, { tenantId, userId: user.userId, identity, now: machine.clock() }),
      );
    const asked = await run("remove", "going");
    expect(asked).toMatchObject({ exitCode: 1 });
    expect(asked.printed).toContain("1 guest accepted with Going, and cannot sign in once it is removed.");
    expect(await findProvider(machine.database, tenantId, providerId)).toBeDefined();
    const removed = await run("remove", "Going", "--yes", "--reset-guests", "--no-mail");
    expect(removed).toMatchObject({ exitCode: 0 });
    expect(removed.printed).toContain("1 of 1 were invited again");
    expect(removed.printed).toContain(`${machine.configuration.publicUrl}/redeem`);
    expect(await findProvider(machine.database, tenantId, providerId)).toBeUndefined();
    expect((await findUser(machine.database, tenantId, user.userId))?.redemptionState).toBe("pending");
    expect(await identitiesOf(machine.database, tenantId, [user.userId])).toEqual(new Map());
    const audit = await machine.database
      .selectFrom("auditEvent")
      .select(["result", "details"])
      .where("activity", "=", "identity-provider-guests-reset")
      .execute();
    expect(audit).toEqual([{ result: "success", details: { guests: 1, reset: 1, sendMail: false } }]);
  });
});
