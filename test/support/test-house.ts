import { randomBytes } from "node:crypto";
import { buildApp } from "../../src/app/build-app.ts";
import { type DemoOrganisations, demoOrganisations } from "../../src/app/demo/demo-organisations.ts";
import { seedDemo } from "../../src/app/demo/seed-demo.ts";
import { inviteGuest } from "../../src/domain/invitations/invite-guest.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { openRateLimits } from "../../src/platform/limits/rate-limits.ts";
import type { Machine } from "../../src/platform/machine.ts";
import type { MailMessage } from "../../src/platform/mail/mail-content.ts";
import { openContent } from "../../src/platform/mail/sealed-content.ts";
import { masterKeyFrom } from "../../src/platform/secrets/master-key.ts";
import { testDatabase } from "./test-database.ts";
import { accepted, byOperator, type TestMachine, testMachine } from "./test-machine.ts";
import { Visitor } from "./visitor.ts";

/** The whole service as a function, on a database of its own, with a clock the test moves and mails it can read. */
export interface TestHouse {
  readonly machine: TestMachine;
  readonly demo: DemoOrganisations;
  readonly contoso: DemoOrganisations["tenants"][number];
  readonly fabrikam: DemoOrganisations["tenants"][number];
  fetch(request: Request): Response | Promise<Response>;
  /** Somebody with a browser of their own. */
  visitor(): Visitor;
  moveClock(seconds: number): void;
  /** Invites to Contoso as the operator. */
  invite(
    address: string,
    more?: { lifetimeDays?: number | null; redirectUrl?: string },
  ): Promise<{ link: string; userId: string; invitationId: string }>;
  /** The link in the newest invitation mailed to an address; mails stay in the queue here. */
  mailedLink(address: string): Promise<string>;
  /** The code of the newest code mail to an address. */
  newestCode(address: string): Promise<string>;
}

/** Opens a house for the test file that calls it. */
export async function testHouse(replaced: Partial<Machine> = {}): Promise<TestHouse> {
  const { database, pool } = await testDatabase();
  const masterKey = masterKeyFrom(randomBytes(32));
  const machine = testMachine(database, { limits: openRateLimits(pool), masterKey, ...replaced });
  const demo = demoOrganisations(machine.configuration.publicUrl);
  await seedDemo(machine, demo);
  const app = buildApp(machine, demo);
  const fetch = (request: Request) => app.fetch(request);
  const [contoso, fabrikam] = demo.tenants;
  if (!contoso || !fabrikam) throw new Error("the demo has two organisations");
  return {
    machine,
    demo,
    contoso,
    fabrikam,
    fetch,
    visitor: () => new Visitor(fetch, machine.configuration.publicUrl),
    moveClock: (seconds) => machine.setClock(new Date(machine.clock().getTime() + seconds * 1000)),
    async invite(address, more = {}) {
      const invited = accepted(
        await inviteGuest(machine, byOperator, {
          tenantId: contoso.tenantId,
          email: address,
          redirectUrl: "https://app.contoso.example/landing",
          sendMail: true,
          ...more,
        }),
      );
      return {
        link: invited.redeemUrl,
        userId: invited.user.userId,
        invitationId: invited.invitation.invitationId,
      };
    },
    async mailedLink(address) {
      for await (const { text } of mailsTo(address, "invitation")) {
        const link = text
          .split(/\s/)
          .find((word) => word.startsWith(`${machine.configuration.publicUrl}/redeem`));
        if (link) return link;
      }
      throw new Error(`no invitation was mailed to ${address}`);
    },
    async newestCode(address) {
      for await (const { subject } of mailsTo(address, "one-time-code")) {
        const code = /\b\d{8}\b/.exec(subject)?.[0];
        if (code) return code;
      }
      throw new Error(`no code was mailed to ${address}`);
    },
  };

  /** What was mailed from Contoso to an address, the newest first. */
  async function* mailsTo(address: string, purpose: "invitation" | "one-time-code") {
    const rows = await database
      .selectFrom("mail")
      .selectAll()
      .where("tenantId", "=", contoso?.tenantId as TenantId)
      .where("purpose", "=", purpose)
      .orderBy("mailId", "desc")
      .execute();
    for (const { contentEncrypted, recipients } of rows)
      if (contentEncrypted && recipients.includes(address))
        yield openContent<Pick<MailMessage, "subject" | "text">>(machine.masterKey, contentEncrypted);
  }
}
