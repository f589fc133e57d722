import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
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

it("a member of another organisation is invited by Graph, accepts at home, and signs in as a guest, twice", async () => {
  const { demo } = house;
  const { contoso, fabrikam } = organisations(demo);
  const bert = person(fabrikam, "Bert");
  const invitation = await graph<{ id: string; status: string; invitedUser: { id: string } }>(
    demo,
    "POST",
    "/invitations",
    {
      invitedUserEmailAddress: bert.userPrincipalName,
      inviteRedirectUrl: `${demo.publicUrl}/myapps?tenant=${contoso.tenantId}`,
      sendInvitationMessage: true,
      invitedUserMessageInfo: { customizedMessageBody: "Welcome to the tender." },
    },
  );
  expect(invitation.status).toBe("PendingAcceptance");
  const mail = await sink.waitForMessage(bert.userPrincipalName);
  expect(mail.parsed.text).toContain("Welcome to the tender.");
  const link = /https?:\/\/\S+\/redeem\?\S+/.exec(mail.parsed.text ?? "")?.[0] ?? "";

  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await expect.poll(() => page.title()).toContain("Fabrikam");
  await enterPassword(page, bert.password);
  await expect.poll(() => page.title()).toContain("Contoso");
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.getByRole("heading", { name: "My Apps" }).waitFor();
  await page.getByText("You are now a guest of Contoso").waitFor();

  const guest = await graph<Record<string, unknown>>(
    demo,
    "GET",
    `/users/${invitation.invitedUser.id}?$select=userType,externalUserState,identities`,
  );
  expect(guest).toMatchObject({ userType: "Guest", externalUserState: "Accepted" });

  const silent = await landOnApplication(page, authorizeUrl(demo, application.redirectUri));
  const expected = {
    iss: `${demo.publicUrl}/${contoso.tenantId}/v2.0`,
    tid: contoso.tenantId,
    oid: invitation.invitedUser.id,
    idp: `${demo.publicUrl}/${fabrikam.tenantId}/v2.0`,
    email: bert.userPrincipalName,
    acct: 1,
  };
  expect(silent.claims).toMatchObject(expected);
  expect(silent.claims["idp"]).not.toBe(silent.claims["iss"]);

  const again = await landOnApplication(
    page,
    authorizeUrl(demo, application.redirectUri, { prompt: "login" }),
    async () => {
      await enterAddress(page, bert.userPrincipalName);
      await enterPassword(page, bert.password);
    },
  );
  expect(again.claims).toMatchObject({ ...expected, sub: silent.claims["sub"] });
  expect(Number(again.claims["iat"])).toBeGreaterThanOrEqual(Number(silent.claims["iat"]));
  await context.close();
});

it("a guest who was never at the link accepts on the way into the application", async () => {
  const { demo } = house;
  const { contoso, fabrikam } = organisations(demo);
  const carl = person(fabrikam, "Carl");
  const { invitedUser } = await graph<{ invitedUser: { id: string } }>(demo, "POST", "/invitations", {
    invitedUserEmailAddress: carl.userPrincipalName,
    inviteRedirectUrl: "https://app.contoso.example",
  });
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const landed = await landOnApplication(
    page,
    authorizeUrl(demo, application.redirectUri, { login_hint: carl.userPrincipalName }),
    async () => {
      await enterPassword(page, carl.password);
      await page.getByRole("heading", { name: "Review permissions" }).waitFor();
      await page.getByRole("button", { name: "Accept", exact: true }).click();
    },
  );
  expect(landed.claims).toMatchObject({ tid: contoso.tenantId, oid: invitedUser.id, acct: 1 });
  await context.close();
});

it("somebody who was never invited is refused in plain words, and the application hears nothing", async () => {
  const { demo } = house;
  const { fabrikam } = organisations(demo);
  const dana = person(fabrikam, "Dana");
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await page.goto(authorizeUrl(demo, application.redirectUri));
  await enterAddress(page, dana.userPrincipalName);
  await enterPassword(page, dana.password);
  await page.getByText("Details").click();
  await page.getByText("AADSTS50020").first().waitFor();
  expect(page.url()).toContain(`${demo.publicUrl}/signin/`);
  await context.close();
});
