import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { clientCertificate } from "../../../test/support/client-certificate.ts";
import { guesthouse, printedJson } from "../../../test/support/command-line.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { findApplicationInTenant, findSamlApplication } from "../../domain/applications/find-application.ts";
import { verifyClientSecret } from "../../domain/applications/verify-client-secret.ts";
import { createMember } from "../../domain/directory/create-member.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { inviteGuest } from "../../domain/invitations/invite-guest.ts";
import { signingKeys } from "../../domain/tokens/signing-keys.ts";
import type { DomainName } from "../../foundation/domain-name.ts";

const { database, databaseUrl } = await testDatabase();
const machine = testMachine(database);
let contoso: Tenant;

beforeAll(async () => {
  const domains = ["contoso.example" as DomainName];
  contoso = accepted(
    await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso", domains }),
  );
  const { tenantId } = contoso;
  accepted(
    await createMember(machine, byOperator, {
      tenantId,
      userPrincipalName: "anna@contoso.example",
      displayName: "Anna \u001b[31mBerg",
      password: "a long enough secret",
    }),
  );
  for (const name of ["bo", "cy", "di"])
    accepted(
      await inviteGuest(machine, byOperator, {
        tenantId,
        email: `${name}@fabrikam.example`,
        redirectUrl: "https://app.contoso.example/",
        sendMail: false,
      }),
    );
});

function run(...parameters: string[]) {
  return guesthouse(databaseUrl, parameters);
}

describe("the command line", () => {
  it("suggests what was meant, without a stack", async () => {
    const result = await run("invit");
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain("Did you mean invite?");
    expect(result.stderr).not.toContain("    at ");
  });

  it("explains itself", async () => {
    const result = await run("--help");
    expect(result.exitCode).toBe(0);
    for (const command of ["serve", "demo", "invite", "users", "app", "status", "migrate"])
      expect(result.stdout).toMatch(new RegExp(`^  ${command}\\b`, "m"));
  });

  it("says what to do when the database cannot be reached", async () => {
    const result = await guesthouse("postgres://nobody:secret-word@127.0.0.1:1/none", ["users"]);
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain("DATABASE_URL");
    expect(result.stderr).not.toContain("secret-word");
    expect(result.stderr).not.toContain("    at ");
  });
});

describe("users", () => {
  it("lists people by name, with the state of guests, and lets no name command the terminal", async () => {
    const result = await run("users");
    expect(result.exitCode).toBe(0);
    expect(result.stdout).not.toContain("\u001b");
    expect(result.stdout).toMatch(/^bo +bo@fabrikam\.example +guest +pending/m);
    expect(result.stdout).toContain("4 at Contoso");
  });

  it("goes on from page to page", async () => {
    const first = printedJson(await run("users", "--guests", "--limit", "2", "--json"));
    expect(first).toMatchObject({ count: 3, users: [{ displayName: "bo" }, { displayName: "cy" }] });
    expect(first.next).toBe(first.users[1].id);
    const second = printedJson(
      await run("users", "--guests", "--state", "pending", "--after", first.next, "--json"),
    );
    expect(second).toMatchObject({ users: [{ displayName: "di", userType: "Guest" }], next: null });
  });
});

describe("app", () => {
  it("lists, shows, gives credentials to and removes an application", async () => {
    const added = printedJson(
      await run("app", "add", "Kept", "--redirect-uri", "https://k.example/", "--json"),
    );
    const made = printedJson(await run("app", "add-secret", "kept", "--days", "30", "--json"));
    const { der, pem, sha256 } = await clientCertificate(new Date());
    const folder = await mkdtemp(join(tmpdir(), "certificate-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "client.pem");
    await writeFile(file, pem);
    const proved = printedJson(await run("app", "add-certificate", added.clientId, file, "--json"));
    expect(proved.thumbprint).toBe(sha256.toString("hex"));
    expect((await run("app", "add-certificate", "Kept", "/nowhere.pem")).stderr).toContain("cannot be read");

    const shown = await run("app", "show", "Kept", "--json");
    expect(printedJson(shown)).toMatchObject({
      clientId: added.clientId,
      secrets: [{ secretId: made.secretId, hint: made.clientSecret.slice(0, 3) }],
      certificates: [{ thumbprint: proved.thumbprint }],
    });
    expect(shown.stdout).not.toContain(made.clientSecret);
    expect(shown.stdout).not.toContain(der.toString("base64").slice(0, 40));
    expect((await run("app", "list")).stdout).toMatch(new RegExp(`^Kept +${added.clientId} +enabled`, "m"));

    expect((await run("app", "remove", "Kept")).stdout).toContain("Removed Kept");
    const gone = await run("app", "show", "Kept");
    expect(gone).toMatchObject({ exitCode: 1, stdout: "" });
    expect(gone.stderr).toContain("app list");
  });
});

describe("app add", () => {
  it("registers what the tester asks for in one line: ID tokens, its root address, a secret", async () => {
    const added = printedJson(
      await run("app", "add", "Authr", "--redirect-uri", "https://authr.example/", "--secret", "--json"),
    );
    const { tenantId } = contoso;
    expect(added).toMatchObject({
      tenantId,
      authority: `http://localhost:9/${tenantId}/v2.0`,
      discoveryUrl: `http://localhost:9/${tenantId}/v2.0/.well-known/openid-configuration`,
      redirectUris: { web: ["https://authr.example/"], spa: [], publicClient: [] },
    });
    const found = await findApplicationInTenant(database, tenantId, added.clientId);
    expect(found?.application).toMatchObject({
      issuesIdToken: true,
      homePageUrl: "https://authr.example/",
      groupClaims: ["security-groups"],
    });
    if (!found) throw new Error("the application is not there");
    const verified = await verifyClientSecret(database, found.application, added.clientSecret, new Date());
    expect(verified).toBe("valid");
  });

  it("registers other platforms without ID tokens, unless they are asked for", async () => {
    const spa = ["--redirect-uri", "https://board.example/", "--platform", "spa"];
    expect(printedJson(await run("app", "add", "Board", ...spa, "--json"))).toMatchObject({
      issuesIdToken: false,
      clientSecret: null,
      redirectUris: { spa: ["https://board.example/"] },
    });
    const [desktop, named] = await Promise.all([
      run(
        "app",
        "add",
        "Desktop",
        "--platform",
        "publicClient",
        "--redirect-uri",
        "myapp://done",
        "--id-token",
      ),
      run("app", "add", "Board", ...spa, "--tenant", "nowhere.example"),
    ]);
    expect(desktop).toMatchObject({ exitCode: 0, stderr: "" });
    expect(desktop.stdout).toContain("ID tokens");
    expect(named.stderr).toContain('There is no organisation "nowhere.example"');
    expect(named.stderr).toContain("contoso.example");
  });

  it("registers an application that signs in by SAML, and prints what to give it", async () => {
    const entity = ["--entity-id", "urn:vendor:wiki", "--consumer-url", "https://wiki.example/acs"];
    const added = printedJson(
      await run("app", "add-saml", "Wiki", ...entity, "--sign-out-url", "https://wiki.example/slo", "--json"),
    );
    const { tenantId } = contoso;
    expect(added).toMatchObject({
      issuer: `http://localhost:9/${tenantId}/`,
      signInUrl: `http://localhost:9/${tenantId}/saml2`,
      metadataUrl: `http://localhost:9/${tenantId}/federationmetadata/2007-06/federationmetadata.xml?appid=${added.clientId}`,
      homePageUrl: "https://wiki.example/",
    });
    const found = await findSamlApplication(database, tenantId, "urn:vendor:wiki");
    expect(found?.application).toMatchObject({
      applicationId: added.clientId,
      logoutUrl: "https://wiki.example/slo",
    });
    for (const bad of [
      ["--entity-id", "with blanks", "--consumer-url", "https://wiki.example/acs"],
      ["--entity-id", "urn:other", "--consumer-url", "http://wiki.example/acs"],
      ["--entity-id", "urn:other", "--consumer-url", "https://w.example/", "--sign-out-url", "javascript:1"],
    ]) {
      const refused = await run("app", "add-saml", "Bad", ...bad);
      expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
      expect(refused.stderr).toContain("cannot be used");
    }
  });

  it("refuses redirect URIs that would not be safe, and says why", async () => {
    const result = await run("app", "add", "Bad", "--redirect-uri", "http://app.contoso.example/");
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    expect(result.stderr).toContain("use https");
  });
});

/** A service at an address of its own, as settings for a command. */
async function serviceAnswering(status: (path: string) => number): Promise<Record<string, string>> {
  const server = createServer((request, response) => {
    response.statusCode = status(request.url ?? "");
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { GUESTHOUSE_PUBLIC_URL: `http://127.0.0.1:${port}` };
}

describe("status", () => {
  it("proves that the service works, by a real token and by asking it", async () => {
    const asked: string[] = [];
    const environment = await serviceAnswering((path) => {
      asked.push(path);
      return 200;
    });
    const status = printedJson(await guesthouse(databaseUrl, ["status", "--json"], environment));
    expect(status.ok).toBe(true);
    const states = status.checks.map(
      ({ name, state }: { name: string; state: string }) => `${name} ${state}`,
    );
    expect(states).toEqual(["Database ok", "Signing keys ok", "Token ok", "Mail note", "Service ok"]);
    expect(asked).toEqual(["/healthz", "/readyz"]);
  });

  it("fails when the service says that it is not ready", async () => {
    const environment = await serviceAnswering((path) => (path === "/readyz" ? 503 : 200));
    const result = await guesthouse(databaseUrl, ["status"], environment);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain("Guesthouse does not work");
    expect(result.stdout).toMatch(/failed +Service .*readyz answers 503/);
  });

  it("invites nobody with another master key: the service could not read the mails", async () => {
    expect((await guesthouse(databaseUrl, ["users"])).exitCode).toBe(0);
    const result = await guesthouse(databaseUrl, ["invite", "ana@partner.example"], {
      GUESTHOUSE_MASTER_KEY: Buffer.alloc(32, 8).toString("base64"),
    });
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain("GUESTHOUSE_MASTER_KEY is not the key");
  });

  it("fails with another master key, and says which setting it is", async () => {
    await signingKeys(machine);
    const result = await guesthouse(databaseUrl, ["status"], {
      GUESTHOUSE_MASTER_KEY: Buffer.alloc(32, 8).toString("base64"),
    });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/failed +Signing keys .*GUESTHOUSE_MASTER_KEY is not the master key/);
    expect(result.stdout).toMatch(/failed +Token/);
  });
});
