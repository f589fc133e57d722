import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMember } from "../../../src/domain/directory/create-member.ts";
import { findExternalUsersByAddress } from "../../../src/domain/directory/find-user.ts";
import { updateUser } from "../../../src/domain/directory/update-user.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../../src/foundation/email-address.ts";
import { openContent } from "../../../src/platform/mail/sealed-content.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { askIn, freshFlow, openSignUp, requireApproval } from "../../support/open-sign-up.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import {
  type ListeningApplication,
  landOnApplication,
  startApplication,
} from "../main-job/land-on-application.ts";

const approver = "petra@contoso.example";
const password = "a password for everybody here";
let house: ServedHouse;
let browser: Browser;
let application: ListeningApplication;

beforeAll(async () => {
  house = await serveHouse();
  const { contoso, machine } = house;
  const { tenantId } = contoso;
  const { userId } = accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId, userPrincipalName: approver, displayName: "Petra Sand", password },
    }),
  );
  const changes = { preferredLanguage: "de-AT" };
  accepted(await updateUser(machine, byOperator, { tenantId, userId, changes }));
  const applicationId = contoso.applications[0]?.applicationId ?? "";
  const flow = await openSignUp(machine, {
    ...{ tenantId, applicationId, name: "Partners" },
    changes: { allowsEmailCode: true },
  });
  await askIn(machine, flow, { attributeId: "DisplayName", label: "Name" });
  await askIn(machine, await freshFlow(machine, flow), { attributeId: "City", label: "City" });
  await requireApproval(machine, flow, [userId]);
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await house?.close();
});

const start = (more: Readonly<Record<string, string>> = {}) =>
  authorizeUrl(house, application.redirectUri, more);

async function expectNothing(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target).join()}`)).toEqual([]);
}

async function guestOf(address: string) {
  const { machine, contoso } = house;
  const normalized = normalizeEmailAddress(address as EmailAddress);
  return (await findExternalUsersByAddress(machine.database, contoso.tenantId, normalized))[0];
}

/** The newest mail about a request that goes to somebody. */
async function mailTo(address: string) {
  const rows = await house.machine.database
    .selectFrom("mail")
    .select(["recipients", "contentEncrypted"])
    .where("purpose", "=", "sign-up-approval")
    .orderBy("mailId", "desc")
    .execute();
  const row = rows.find(({ recipients }) => recipients.includes(address));
  if (!row?.contentEncrypted) throw new Error(`nothing was mailed to ${address}`);
  return openContent<{ subject: string; text: string; language: string }>(
    house.machine.masterKey,
    row.contentEncrypted,
  );
}

interface Words {
  readonly sendCode: string;
  readonly goOn: string;
  readonly send: string;
  readonly waits: string;
}

/** Somebody with a mailbox goes through the flow, as far as the page on which they wait. */
async function askFor(address: string, name: string, locale: string, words: Words): Promise<Page> {
  const page = await (await browser.newContext({ locale })).newPage();
  await page.goto(start({ prompt: "create" }));
  await page.locator("#email").fill(address);
  await page.locator("#email").press("Enter");
  await page.getByRole("button", { name: words.sendCode }).click();
  await page.locator("#code").fill(await house.newestCode(address));
  await page.locator("#code").press("Enter");
  await page.getByRole("button", { name: words.goOn }).click();
  await page.getByLabel("Name").fill(name);
  await page.locator("[name=answer-City]").fill("Ghent");
  await page.getByRole("button", { name: words.send }).click();
  await page.getByRole("heading", { name: words.waits }).waitFor();
  return page;
}

const english: Words = {
  sendCode: "Send code",
  goOn: "Continue",
  send: "Send request",
  waits: "A person at Contoso decides",
};

/** The approver opens the link of the newest mail and signs in. */
async function openMail(name: string): Promise<Page> {
  const mail = await mailTo(approver);
  expect(mail).toMatchObject({ language: "de", subject: `${name} möchte Tender Room nutzen` });
  const page = await (await browser.newContext({ locale: "de-DE" })).newPage();
  await page.goto(/http\S+\/approvals\/\S+/.exec(mail.text)?.[0] ?? "");
  await page.locator("#email").fill(approver);
  await page.locator("#email").press("Enter");
  await page.locator("#password").fill(password);
  await page.locator("#password").press("Enter");
  return page;
}

it("somebody waits in French, is approved in German by the link of the mail, and signs in", async () => {
  const address = "noor@elsewhere.example";
  const page = await askFor(address, "Noor Haddad", "fr-FR", {
    sendCode: "Envoyer le code",
    goOn: "Continuer",
    send: "Envoyer la demande",
    waits: "Une personne chez Contoso décide",
  });
  await expectNothing(page);
  expect(await guestOf(address)).toBeUndefined();
  const deciding = await openMail("Noor Haddad");
  await deciding.getByRole("heading", { name: "Anfrage von Noor Haddad" }).waitFor();
  await deciding.getByText("einen dorthin gesendeten Code").waitFor();
  await expectNothing(deciding);
  await deciding.getByRole("link", { name: "Zurück zu den Anfragen" }).click();
  await deciding.getByRole("heading", { name: "Anfragen zur Registrierung" }).waitFor();
  await expectNothing(deciding);
  await deciding.getByRole("link", { name: "Noor Haddad" }).click();
  await deciding.getByRole("button", { name: "Genehmigen" }).click();
  await deciding.getByText("Petra Sand hat diese Anfrage").waitFor();
  await expectNothing(deciding);
  const mail = await mailTo(address);
  expect(mail).toMatchObject({
    ...{ language: "fr", subject: "Contoso a approuvé votre demande pour Tender Room" },
  });
  const landed = await landOnApplication(page, start());
  const guest = await guestOf(address);
  expect(guest).toMatchObject({ displayName: "Noor Haddad", city: "Ghent", preferredLanguage: "fr" });
  expect(landed.claims).toMatchObject({ oid: guest?.userId, acct: 1 });
});

it("somebody else is denied, reads why, and goes back to the application", async () => {
  const address = "omar@elsewhere.example";
  const page = await askFor(address, "Omar Faruk", "en-US", english);
  const deciding = await openMail("Omar Faruk");
  await deciding.getByRole("button", { name: "Ablehnen" }).click();
  await deciding.getByText("Begründen Sie, warum Sie die Anfrage ablehnen.").waitFor();
  await expectNothing(deciding);
  await deciding.getByLabel("Begründung").fill("We know nobody of this name.");
  await deciding.getByRole("button", { name: "Ablehnen" }).click();
  await deciding.getByText("Petra Sand hat diese Anfrage").waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Contoso denied your request" }).waitFor();
  await page.getByText("We know nobody of this name.").waitFor();
  await expectNothing(page);
  expect((await mailTo(address)).text).toContain("We know nobody of this name.");
  await page.getByRole("button", { name: "Back to Tender Room" }).click();
  await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
  expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get("error")).toBe("access_denied");
  expect(await guestOf(address)).toBeUndefined();
});

it("somebody takes the request back, and nobody can approve it any more", async () => {
  const address = "wim@elsewhere.example";
  const page = await askFor(address, "Wim Maes", "en-US", english);
  const deciding = await openMail("Wim Maes");
  await deciding.getByRole("heading", { name: "Anfrage von Wim Maes" }).waitFor();
  await page.getByRole("button", { name: "Withdraw the request" }).click();
  await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
  await deciding.getByRole("button", { name: "Genehmigen" }).click();
  await deciding.getByRole("heading", { name: "Hier gibt es nichts zu entscheiden" }).waitFor();
  await expectNothing(deciding);
  await deciding.getByRole("link", { name: "Anfragen öffnen" }).click();
  await deciding.getByText("Niemand wartet auf Ihre Entscheidung.").waitFor();
  await expectNothing(deciding);
  expect(await guestOf(address)).toBeUndefined();
});
