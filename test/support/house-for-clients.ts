import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, vi } from "vitest";
import { systemClock } from "../../src/foundation/clock.ts";
import { graph, organisations, person } from "../journeys/main-job/sign-in-steps.ts";
import { acceptAtHome, acceptByCode, signInAt } from "./house-applications.ts";
import { type RunningGuesthouse, startGuesthouse } from "./start-guesthouse.ts";
import { testDatabase } from "./test-database.ts";
import { type TestMachine, testMachine } from "./test-machine.ts";
import { Visitor } from "./visitor.ts";

/** Who signs in to applications of Contoso: somebody of its own, a guest from Fabrikam, a guest known by a mailed code. */
export const kindsOfPerson = ["member", "guest of another organisation", "guest by mailed code"] as const;
export type KindOfPerson = (typeof kindsOfPerson)[number];

/** Somebody, and what every client is to learn about them. */
export interface PersonOfHouse {
  readonly address: string;
  readonly password: string;
  /** Their own browser, in which they have signed in already. */
  readonly visitor: Visitor;
  readonly claims: {
    readonly tid: string;
    readonly oid: string;
    readonly idp: string | undefined;
    readonly preferred_username: string;
  };
  /** `uid.utid`: the home account of a guest whose organisation is here, else the account itself. */
  readonly homeAccountId: string;
}

/** The demo over https, as people start it, with guests who have accepted. Node trusts its authority. */
export interface HouseForClients extends RunningGuesthouse {
  readonly contoso: ReturnType<typeof organisations>["contoso"];
  readonly fabrikam: ReturnType<typeof organisations>["fabrikam"];
  /** `https://localhost:PORT/TENANT` */
  readonly authority: string;
  readonly host: string;
  readonly databaseUrl: string;
  /** For what no client can prepare; it works on the house's data. */
  readonly machine: TestMachine;
  readonly people: Readonly<Record<KindOfPerson, PersonOfHouse>>;
  /** A browser in which nobody has signed in. */
  visitor(): Visitor;
  /** The newest code mailed to an address that this was not asked for yet. */
  newestCode(address: string): Promise<string>;
}

/** Starts the house for the test file that calls it at its top level, with further settings; it is there once the tests run. */
export function houseForClients(settings: Readonly<Record<string, string>> = {}): {
  readonly current: HouseForClients;
} {
  let house: HouseForClients | undefined;
  const dataDirectory = mkdtempSync(join(tmpdir(), "guesthouse-clients-"));
  beforeAll(async () => {
    const { database, databaseUrl } = await testDatabase();
    const environment = { ...settings, DATABASE_URL: databaseUrl };
    const running = await startGuesthouse({ dataDirectory, https: true, environment });
    trust(join(dataDirectory, "tls", "local-ca.pem"));
    house = { databaseUrl, ...(await withGuests(running, testMachine(database, { clock: systemClock }))) };
  });
  afterAll(async () => {
    await house?.remove();
    rmSync(dataDirectory, { recursive: true, force: true });
  });
  return {
    get current() {
      if (!house) throw new Error("the house is open while tests run only");
      return house;
    },
  };
}

/** What `NODE_EXTRA_CA_CERTS` does for a process that is started with it. */
function trust(authorityPath: string): void {
  setDefaultCACertificates([...getCACertificates("default"), readFileSync(authorityPath, "utf8")]);
}

async function withGuests(
  running: RunningGuesthouse,
  machine: TestMachine,
): Promise<Omit<HouseForClients, "databaseUrl">> {
  const { contoso, fabrikam } = organisations(running.demo);
  const newestCode = codesOf(running);
  const tove = "tove@elsewhere.example";
  const bert = person(fabrikam, "Bert");
  const visitors = { member: visitorOf(running), bert: visitorOf(running), tove: visitorOf(running) };
  const [toBert, toTove] = [await invite(running, bert.userPrincipalName), await invite(running, tove)];
  const mia = person(contoso, "Mia");
  await signInAt(visitors.member, "/myapps", mia.userPrincipalName, mia.password);
  await acceptAtHome(visitors.bert, toBert.link, bert.password);
  await acceptByCode({ newestCode }, visitors.tove, toTove.link, tove);
  const tid = contoso.tenantId;
  const somebody = (address: string, password: string, oid: string, visitor: Visitor, idp?: string) => ({
    address,
    password,
    visitor,
    claims: { tid, oid, idp, preferred_username: address },
  });
  const people: HouseForClients["people"] = {
    member: {
      ...somebody(mia.userPrincipalName, mia.password, mia.id, visitors.member),
      homeAccountId: `${mia.id}.${tid}`,
    },
    "guest of another organisation": {
      ...somebody(
        bert.userPrincipalName,
        bert.password,
        toBert.userId,
        visitors.bert,
        `${running.publicUrl}/${fabrikam.tenantId}/v2.0`,
      ),
      homeAccountId: `${bert.id}.${fabrikam.tenantId}`,
    },
    "guest by mailed code": {
      ...somebody(tove, "", toTove.userId, visitors.tove, "mail"),
      homeAccountId: `${toTove.userId}.${tid}`,
    },
  };
  const { host } = new URL(running.publicUrl);
  const authority = `${running.publicUrl}/${tid}`;
  return {
    ...running,
    contoso,
    fabrikam,
    authority,
    host,
    machine,
    people,
    newestCode,
    visitor: () => visitorOf(running),
  };
}

function visitorOf({ publicUrl }: RunningGuesthouse): Visitor {
  return new Visitor((request) => fetch(request, { redirect: "manual" }), publicUrl);
}

async function invite(
  running: RunningGuesthouse,
  address: string,
): Promise<{ link: string; userId: string }> {
  const { inviteRedeemUrl, invitedUser } = await graph<{
    inviteRedeemUrl: string;
    invitedUser: { id: string };
  }>(running.demo, "POST", "/invitations", {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: "https://app.contoso.example",
  });
  return { link: inviteRedeemUrl, userId: invitedUser.id };
}

function codesOf({ demo }: RunningGuesthouse): (address: string) => Promise<string> {
  const used = new Set<string>();
  return async (address) => {
    const url = `${demo.mailboxUrl}/api/messages?to=${encodeURIComponent(address)}`;
    const find = async () => {
      const mails = (await (await fetch(url)).json()) as { subject: string }[];
      const codes = mails.map(({ subject }) => /\b\d{8}\b/.exec(subject)?.[0] ?? "");
      return codes.find((code) => code !== "" && !used.has(code));
    };
    const code = await vi.waitUntil(find, { timeout: 45_000, interval: 50 });
    used.add(code);
    return code;
  };
}
