import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type GuesthouseCommand, startCommand } from "../support/guesthouse-command.ts";
import { houseForClients } from "../support/house-for-clients.ts";

/** The command line over the demo's https, as its own client: with a certificate that only the demo's authority made. */
const house = houseForClients();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "guesthouse-person-"));
});

afterEach(() => rmSync(join(folder, "guesthouse"), { recursive: true, force: true }));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function authorityFile(): string {
  return join(house.current.dataDirectory, "tls", "local-ca.pem");
}

/** A command of somebody who has nothing of the service. */
function elsewhere(words: readonly string[], more: Readonly<Record<string, string>> = {}): GuesthouseCommand {
  return startCommand(words, {
    XDG_CONFIG_HOME: folder,
    GUESTHOUSE_DATA_DIR: join(folder, "no-data"),
    ...more,
  });
}

async function answerOf(command: GuesthouseCommand): Promise<string> {
  if ((await command.ended()) !== 0) throw new Error(command.output());
  return command.output();
}

/** Types the code in the browser in which the member is signed in, and says that the device is theirs. */
async function letIn(login: GuesthouseCommand): Promise<void> {
  const { visitor } = house.current.people.member;
  const [, code = ""] = await login.printed(/enter the code (\S+)\s/);
  const confirm = await visitor.submit(await visitor.get("/devicelogin"), { code });
  await visitor.submit(confirm, { decision: "continue" });
}

function fromElsewhere(): string[] {
  const { publicUrl, contoso } = house.current;
  const application = contoso.applications.find(({ displayName }) => displayName === "Guesthouse CLI");
  if (!application) throw new Error("the demo has no command line");
  const [domain = ""] = contoso.domains;
  return ["login", "--authority", publicUrl, "--tenant", domain, "--client-id", application.clientId];
}

describe("the command line over https", () => {
  it("trusts the demo of its own machine by itself, and from then on wherever it is called", async () => {
    const login = elsewhere(["login"], {
      GUESTHOUSE_DATA_DIR: house.current.dataDirectory,
      DATABASE_URL: house.current.databaseUrl,
    });
    await letIn(login);
    expect(await answerOf(login)).toContain("as Mia");
    const who = JSON.parse(await answerOf(elsewhere(["whoami", "--json"])));
    expect(who).toMatchObject({
      issuer: `${house.current.authority}/v2.0`,
      userPrincipalName: house.current.people.member.address,
    });
    expect(await answerOf(elsewhere(["users", "--remote"]))).toContain("Anna Lindqvist");
  });

  it("trusts from elsewhere the authority whose file it is given", async () => {
    const trusting = { NODE_EXTRA_CA_CERTS: authorityFile() };
    const login = elsewhere(fromElsewhere(), trusting);
    await letIn(login);
    expect(await answerOf(login)).toContain("as Mia");
    expect(await answerOf(elsewhere(["whoami"], trusting))).toContain(house.current.people.member.address);
    expect(await answerOf(elsewhere(["users", "--remote", "--guests"], trusting))).toContain(
      "bert@fabrikam.example",
    );
    // What it was given is not kept: without it, the same sign-in asks nobody.
    const untrusting = elsewhere(["users", "--remote"]);
    expect(await untrusting.ended()).toBe(1);
    expect(untrusting.output()).toMatch(/cannot be asked: (UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/);
  });

  it("trusts nobody whom it was not told of, and says why", async () => {
    const login = elsewhere(fromElsewhere());
    expect(await login.ended()).toBe(1);
    expect(login.output()).toMatch(/Nothing useful answers at https:.*: (UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/);
  });
});
