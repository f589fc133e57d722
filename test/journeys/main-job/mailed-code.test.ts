import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openBrowser } from "../../support/open-browser.ts";
import { type SmtpSink, startSmtpSink } from "../../support/smtp-sink.ts";
import { type RunningGuesthouse, startGuesthouse } from "../../support/start-guesthouse.ts";
import { type ListeningApplication, landOnApplication, startApplication } from "./land-on-application.ts";
import { authorizeUrl, enterAddress, enterPassword, graph, organisations, person } from "./sign-in-steps.ts";

let sink: SmtpSink;
let house: RunningGuesthouse;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  sink = await startSmtpSink();
  house = await startGuesthouse({ environment: { SMTP_URL: sink.url } });
  browser = await openBrowser();
  application = await startApplication();
});

afterAll(async () => {
  await browser?.close();
  application?.close();
  await house?.remove();
  await sink?.close();
});

async function invite(address: string): Promise<{ link: string; userId: string }> {
  const { demo } = house;
  const { contoso } = organisations(demo);
  const { invitedUser, inviteRedeemUrl } = await graph<{
    inviteRedeemUrl: string;
    invitedUser: { id: string };
  }>(demo, "POST", "/invitations", {
    invitedUserEmailAddress: address,
    inviteRedirectUrl: `${demo.publicUrl}/myapps?tenant=${contoso.tenantId}`,
    sendInvitationMessage: true,
  });
  await sink.waitForMessage(address);
  return { link: inviteRedeemUrl, userId: invitedUser.id };
}

/** The code of the newest mail to an address that is not one of `known`. */
function newCode(address: string, known: readonly string[] = []): Promise<string> {
  const find = () =>
    sink
      .messages()
      .filter((mail) => mail.envelope.to.includes(address))
      .map((mail) => /\b\d{8}\b/.exec(mail.parsed.subject ?? "")?.[0])
      .findLast((code) => code !== undefined && !known.includes(code));
  return vi.waitUntil(find, { timeout: 45_000, interval: 50 });
}

async function freshBrowser(): Promise<BrowserContext> {
  return browser.newContext({ locale: "en-US" });
}

it("a stranger accepts with a mailed code and signs in as a guest, twice", async () => {
  const { demo } = house;
  const { contoso } = organisations(demo);
  const address = "zoe@elsewhere.example";
  const { link, userId } = await invite(address);
  const context = await freshBrowser();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  const code = await newCode(address);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("heading", { name: "My Apps" }).waitFor();

  const first = await landOnApplication(page, authorizeUrl(demo, application.redirectUri));
  expect(first.claims).toMatchObject({
    idp: "mail",
    tid: contoso.tenantId,
    oid: userId,
    email: address,
    acct: 1,
  });

  const second = await landOnApplication(
    page,
    authorizeUrl(demo, application.redirectUri, { prompt: "login" }),
    async () => {
      await enterAddress(page, address);
      await page.getByRole("button", { name: "Send code" }).click();
      await page.getByLabel("Code").fill(await newCode(address, [code]));
      await page.getByRole("button", { name: "Verify" }).click();
    },
  );
  expect(second.claims).toMatchObject({ oid: userId, sub: first.claims["sub"] });
  await context.close();
});

it("a scanner may open the link twenty times before the guest accepts", async () => {
  const { link, userId } = await invite("scanned@elsewhere.example");
  for (let time = 0; time < 20; time++) {
    const answer = await fetch(link, { method: time % 2 === 0 ? "GET" : "HEAD" });
    expect(answer.status).toBe(200);
  }
  const guest = await graph<{ externalUserState: string }>(
    house.demo,
    "GET",
    `/users/${userId}?$select=externalUserState`,
  );
  expect(guest.externalUserState).toBe("PendingAcceptance");
});

it("somebody signed in as another person is shown both addresses, and nothing is accepted for them", async () => {
  const { demo } = house;
  const { fabrikam } = organisations(demo);
  const dana = person(fabrikam, "Dana");
  const { link, userId } = await invite("invited@elsewhere.example");
  const context = await freshBrowser();
  const page = await context.newPage();
  await page.goto(`${demo.publicUrl}/myapps`);
  await enterAddress(page, dana.userPrincipalName);
  await enterPassword(page, dana.password);
  await page.getByRole("heading", { name: "My Apps" }).waitFor();

  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: /^Continue as/ }).waitFor();
  const text = await page.locator("main").innerText();
  expect(text).toContain(dana.userPrincipalName);
  expect(text).toContain("@elsewhere.example");
  const guest = await graph<{ externalUserState: string }>(
    demo,
    "GET",
    `/users/${userId}?$select=externalUserState`,
  );
  expect(guest.externalUserState).toBe("PendingAcceptance");

  await page.getByRole("button", { name: /^Continue as/ }).click();
  await page.getByRole("button", { name: "Send code" }).waitFor();
  await context.close();
});

it("a redemption goes on where it was after the service was restarted", async () => {
  const address = "patient@elsewhere.example";
  const { link } = await invite(address);
  const context = await freshBrowser();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  const code = await newCode(address);

  await house.stop();
  const port = Number(new URL(house.publicUrl).port);
  house = await startGuesthouse({
    dataDirectory: house.dataDirectory,
    port,
    environment: { SMTP_URL: sink.url },
  });

  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("heading", { name: "My Apps" }).waitFor();
  await context.close();
});

it("a guest who said Cancel has accepted nothing and can come back by the same link", async () => {
  const address = "hesitant@elsewhere.example";
  const { link, userId } = await invite(address);
  const context = await freshBrowser();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Code").fill(await newCode(address));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("heading", { name: "Nothing was accepted" }).waitFor();
  const guest = await graph<{ externalUserState: string }>(
    house.demo,
    "GET",
    `/users/${userId}?$select=externalUserState`,
  );
  expect(guest.externalUserState).toBe("PendingAcceptance");

  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("heading", { name: "My Apps" }).waitFor();
  await context.close();
});
