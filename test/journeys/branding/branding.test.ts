import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeBranding } from "../../../src/domain/directory/branding/change-branding.ts";
import { mailPictures } from "../../../src/domain/directory/branding/find-mail-picture.ts";
import { setBrandingAsset } from "../../../src/domain/directory/branding/set-branding-asset.ts";
import type { BrandingAssetKind } from "../../../src/domain/directory/rules/branding.ts";
import { inviteGuest } from "../../../src/domain/invitations/invite-guest.ts";
import { mailboxTransport } from "../../../src/platform/mail/mailbox-transport.ts";
import { sendMail } from "../../../src/platform/mail/send-mail-job.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { picture } from "../../support/picture.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";

let house: ServedHouse;
let browser: Browser;

beforeAll(async () => {
  house = await serveHouse();
  browser = await openBrowser();
  const { tenantId } = house.contoso;
  const put = async (locale: string, kind: BrandingAssetKind, content: Buffer, mediaType = "image/png") =>
    accepted(
      await setBrandingAsset(house.machine, byOperator, {
        tenantId,
        locale,
        kind,
        file: { mediaType, content },
      }),
    );
  accepted(
    await changeBranding(house.machine, byOperator, {
      tenantId,
      locale: "default",
      expect: "either",
      changes: {
        accentColour: "#7a1f5c",
        backgroundColour: "#d9c7d3",
        signInText: "Call the <harbour> desk:\n+46 8 555 0100",
        userNameHint: "name@company.example",
        privacyText: "Privacy at sea",
        privacyUrl: "https://contoso.example/sea",
        passwordResetUrl: "https://reset.contoso.example/",
      },
    }),
  );
  accepted(
    await changeBranding(house.machine, byOperator, {
      tenantId,
      locale: "fr-FR",
      expect: "new",
      changes: { signInText: "Appelez la capitainerie", userNameHint: " " },
    }),
  );
  await put("default", "banner-logo", picture(240, 36));
  await put("default", "background-image", picture(64, 64));
  await put("default", "favicon", picture(32, 32));
  await put("fr-FR", "banner-logo", picture(200, 30));
  const css = ".ext-sign-in-box { border-radius: 3px } .ext-title { color: rgb(1 2 3) }";
  await put("default", "stylesheet", Buffer.from(css), "text/css; charset=utf-8");
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const styleOf = (place: Locator, property: string) =>
  place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const widthOf = (image: Locator) => image.evaluate((element) => (element as HTMLImageElement).naturalWidth);

async function openSignIn(locale: string): Promise<{ page: Page; refused: string[] }> {
  const page = await (await browser.newContext({ locale })).newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.goto(authorizeUrl(house, "http://localhost:4000/callback"));
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, refused };
}

describe("an organisation's branding", () => {
  it("is on its sign-in page, pictures, texts and stylesheet", async () => {
    const { page, refused } = await openSignIn("en-US");
    await expect.poll(() => widthOf(page.getByRole("img", { name: "Contoso" }))).toBe(240);
    expect(await page.locator(".sign-in-text").innerText()).toBe("Call the <harbour> desk:\n+46 8 555 0100");
    expect(await page.getByLabel("Email").getAttribute("placeholder")).toBe("name@company.example");
    expect(await page.getByRole("link", { name: "Privacy at sea" }).getAttribute("href")).toBe(
      "https://contoso.example/sea",
    );
    await expect.poll(() => styleOf(page.locator(".sheet"), "border-radius")).toBe("3px");
    await expect.poll(() => styleOf(page.getByRole("heading", { level: 1 }), "color")).toBe("rgb(1, 2, 3)");
    const ground = await styleOf(page.locator("html"), "background-image");
    expect(ground).toMatch(/\/branding\/[0-9a-f-]{36}\/default\/background-image\?v=/);
    expect(await styleOf(page.locator("html"), "background-color")).toBe("rgb(217, 199, 211)");
    const favicon = await page.locator("link[rel=icon]").getAttribute("href");
    expect((await page.request.get(new URL(favicon ?? "", house.publicUrl).href)).headers()).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'",
    });
    expect(refused).toEqual([]);
    await page.context().close();
  });

  it("speaks the reader's language where it has words for it", async () => {
    const { page } = await openSignIn("fr-CA");
    await expect.poll(() => widthOf(page.getByRole("img", { name: "Contoso" }))).toBe(200);
    expect(await page.locator(".sign-in-text").innerText()).toBe("Appelez la capitainerie");
    expect(await page.locator("#email").getAttribute("placeholder")).toBeNull();
    await page.context().close();
  });

  it("leads members to a new password, and no guest of another organisation", async () => {
    const { page } = await openSignIn("en-US");
    await page.getByLabel("Email").fill("anna@contoso.example");
    await page.getByRole("button", { name: "Next" }).click();
    const forgot = page.getByRole("link", { name: "Forgot it?" });
    await forgot.waitFor();
    expect(await forgot.getAttribute("href")).toBe("https://reset.contoso.example/");
    await page.context().close();

    const guest = (await openSignIn("en-US")).page;
    await guest.getByLabel("Email").fill("bert@fabrikam.example");
    await guest.getByRole("button", { name: "Next" }).click();
    await guest.getByLabel("Password").waitFor();
    expect(await guest.getByRole("link", { name: "Forgot it?" }).count()).toBe(0);
    expect(await guest.locator(".banner").count()).toBe(0);
    await guest.context().close();
  });

  it("has no say in how a person is told what they agree to", async () => {
    const { link } = await house.invite("gina@proseware.example");
    const page = await (await browser.newContext({ locale: "en-US" })).newPage();
    await page.goto(link);
    await page.getByRole("button", { name: "Accept invitation" }).waitFor();
    await expect.poll(() => widthOf(page.getByRole("img", { name: "Contoso" }))).toBe(240);
    expect(await page.locator("link[href*='/stylesheet']").count()).toBe(0);
    await page.context().close();
  });

  it("is in its mails: the logo travels within, in the language of the mail", async () => {
    for (const [language, width] of [
      ["en", 240],
      ["fr", 200],
    ] as const) {
      const address = `mail-${language}@proseware.example`;
      await sendInvitation(address, language);
      const page = await (await browser.newContext({ locale: "en-US", colorScheme: "light" })).newPage();
      await page.goto(`${house.publicUrl}/mailbox?to=${address}`);
      await page.locator(".row-main").first().click();
      const mail = page.frameLocator("iframe");
      await expect.poll(() => widthOf(mail.locator("img"))).toBe(width);
      const button = mail.locator(".act a");
      expect(await styleOf(button, "background-color")).toBe("rgb(122, 31, 92)");
      expect(await styleOf(button, "color")).toBe("rgb(255, 255, 255)");
      await page.context().close();
    }
  });
});

/** Invites somebody to Contoso and has the mail delivered into the mailbox. */
async function sendInvitation(email: string, messageLanguage: string): Promise<void> {
  const { machine, contoso } = house;
  accepted(
    await inviteGuest(machine, byOperator, {
      tenantId: contoso.tenantId,
      email,
      messageLanguage,
      redirectUrl: "https://app.contoso.example/landing",
      sendMail: true,
    }),
  );
  const mails = await machine.database
    .selectFrom("mail")
    .select(["tenantId", "mailId", "recipients"])
    .execute();
  const mail = mails.find(({ recipients }) => recipients.includes(email));
  if (mail) await sendMail(machine, mailboxTransport(machine), mailPictures(machine.database), mail);
}
