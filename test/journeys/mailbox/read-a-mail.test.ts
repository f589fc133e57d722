import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invitationMessage } from "../../../src/domain/invitations/invitation-message.ts";
import { mailboxRoutes } from "../../../src/edges/pages/mailbox/mailbox-routes.ts";
import { securityHeaders } from "../../../src/edges/shared/security-headers.ts";
import { newIdentifier } from "../../../src/foundation/new-identifier.ts";
import { mailboxTransport } from "../../../src/platform/mail/mailbox-transport.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { testDatabase } from "../../support/test-database.ts";
import { testMachine } from "../../support/test-machine.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const app = new Hono()
  .use(securityHeaders(false))
  .route("/mailbox", mailboxRoutes(machine))
  .get("/redeem/:ticket", (c) => c.text(`ticket ${c.req.param("ticket")}`));
let server: ReturnType<typeof serve>;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, resolve);
  address = `http://127.0.0.1:${(await promise).port}`;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((done) => server.close(done));
});

describe("reading a mail in the mailbox", () => {
  it("shows it as a mail program would, and its button leads on in the same window", async () => {
    const mailId = newIdentifier();
    const message = invitationMessage({
      language: "en",
      inviterName: "Ana Lund",
      organisationName: "Contoso",
      organisationDomain: "contoso.example",
      brand: {},
      redirectUrl: `${address}/`,
      redeemUrl: `${address}/redeem/the-ticket`,
      expiresAt: undefined,
      messageBody: "<script>document.title = 'owned'</script>",
    });
    await mailboxTransport(machine).send({
      ...message,
      mailId,
      messageId: `<${mailId}@localhost>`,
      from: { name: message.fromName, address: "invitations@localhost" },
      to: { address: "bert@fabrikam.example" },
      cc: [],
      replyTo: undefined,
      date: new Date(),
      pictures: [],
    });
    const page = await browser.newPage();
    await page.goto(`${address}/mailbox?to=bert`);
    await page.getByRole("link", { name: "Ana Lund invites you to Contoso" }).click();
    await page.getByText("Headers:").click();
    await page.getByText(`<${mailId}@localhost>`).waitFor();
    const mail = page.frameLocator("iframe");
    await mail.getByText("document.title = 'owned'").waitFor();
    await mail.getByRole("link", { name: "Accept invitation" }).click();
    await page.waitForURL(`${address}/redeem/the-ticket`);
    expect(await page.textContent("body")).toBe("ticket the-ticket");
    await page.close();
  });
});
