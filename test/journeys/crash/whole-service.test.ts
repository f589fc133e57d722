import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { freePort } from "../../support/free-port.ts";
import { type GuesthouseCommand, startCommand } from "../../support/guesthouse-command.ts";
import { type SmtpSink, startSmtpSink } from "../../support/smtp-sink.ts";
import type { DemoDescription } from "../../support/start-guesthouse.ts";
import { graph, graphToken } from "../main-job/sign-in-steps.ts";

const dataDirectory = mkdtempSync(join(tmpdir(), "guesthouse-crash-"));
const killsAtWork = 6;
const killsAtStart = 2;
const inviters = 4;
let sink: SmtpSink;
let environment: Record<string, string>;
let running: GuesthouseCommand | undefined;

beforeAll(async () => {
  sink = await startSmtpSink();
  environment = {
    GUESTHOUSE_DATA_DIR: dataDirectory,
    PORT: String(await freePort()),
    SMTP_URL: sink.url,
  };
});

afterAll(async () => {
  await running?.end();
  await sink?.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});

interface Acknowledged {
  readonly address: string;
  readonly userId: string;
  readonly link: string;
}

async function start(): Promise<GuesthouseCommand> {
  running = startCommand(["demo"], environment);
  await running.printed(/is ready/);
  return running;
}

/** Kills it at some moment before it is ready, or soon after. */
async function startAndKill(withinMilliseconds: number): Promise<void> {
  running = startCommand(["demo"], environment);
  await pause(Math.random() * withinMilliseconds);
  await running.end("SIGKILL");
}

function demo(): DemoDescription {
  return JSON.parse(readFileSync(join(dataDirectory, "demo.json"), "utf8")) as DemoDescription;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Invites one address after the other until nobody answers any more; keeps what was answered with 201. */
async function inviteUntilKilled(
  name: string,
  token: string,
  keep: (invitation: Acknowledged) => void,
): Promise<void> {
  for (let count = 0; ; count += 1) {
    const address = `${name}-${count}@elsewhere.example`;
    try {
      const answer = await fetch(`${demo().graphUrl}/invitations`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({
          invitedUserEmailAddress: address,
          inviteRedirectUrl: "https://app.contoso.example",
          sendInvitationMessage: true,
        }),
      });
      const body = (await answer.json()) as { inviteRedeemUrl: string; invitedUser: { id: string } };
      expect(answer.status).toBe(201);
      keep({ address, userId: body.invitedUser.id, link: body.inviteRedeemUrl });
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
    // Some mails are then always on their way, and few pile up.
    await pause(25);
  }
}

/** All guests there are, by the pages that Graph gives. */
async function allGuests(): Promise<Map<string, string>> {
  const guests = new Map<string, string>();
  const { graphUrl } = demo();
  let path: string | undefined = `/users?$filter=userType eq 'Guest'&$select=id,mail&$top=100`;
  while (path) {
    const page: { value: { id: string; mail: string }[]; "@odata.nextLink"?: string } = await graph(
      demo(),
      "GET",
      path,
    );
    for (const { id, mail } of page.value) guests.set(mail, id);
    path = page["@odata.nextLink"]?.slice(graphUrl.length);
  }
  return guests;
}

it("keeps and mails every acknowledged invitation, however often it is killed", async () => {
  const acknowledged: Acknowledged[] = [];
  // The first start makes the database and the example organisations: it may be cut short, too.
  await startAndKill(2500);
  for (let round = 0; round < killsAtWork; round += 1) {
    const service = await start();
    const token = await graphToken(demo());
    // Each round must have worked for this to say anything; how far it has come is left to chance.
    const enough = acknowledged.length + inviters + Math.floor(Math.random() * 40);
    const isEnough = Promise.withResolvers<void>();
    const work = Array.from({ length: inviters }, (_, inviter) =>
      inviteUntilKilled(`guest-${round}-${inviter}`, token, (invitation) => {
        if (acknowledged.push(invitation) >= enough) isEnough.resolve();
      }),
    );
    await Promise.race([isEnough.promise, Promise.all(work)]);
    await service.end("SIGKILL");
    await Promise.all(work);
    expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
    if (round < killsAtStart) await startAndKill(1500);
  }

  await start();
  const guests = await allGuests();
  expect(acknowledged.filter(({ address, userId }) => guests.get(address) !== userId)).toEqual([]);
  for (const { link } of acknowledged) {
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Accept invitation");
  }

  const idsOf = () => Map.groupBy(sink.messages(), (mail) => mail.envelope.to[0] ?? "");
  await vi.waitFor(
    () => {
      const mailed = idsOf();
      expect(acknowledged.filter(({ address }) => !mailed.has(address))).toEqual([]);
    },
    { timeout: 180_000, interval: 200 },
  );
  const underSeveralIds = [...idsOf()].filter(
    ([, mails]) => new Set(mails.map(({ messageId }) => messageId)).size !== 1,
  );
  expect(underSeveralIds).toEqual([]);
}, 600_000);
