import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUserFlow } from "../../../src/domain/signup/create-user-flow.ts";
import type { UserFlow } from "../../../src/domain/signup/rules/user-flow.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { askIn, openSignUp, sayIn } from "../../support/open-sign-up.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { authorizeUrl } from "../identity-providers/authorize-url.ts";
import { type ListeningApplication, startApplication } from "../main-job/land-on-application.ts";

let house: ServedHouse;
let browser: Browser;
let application: ListeningApplication;
let flow: UserFlow;

const french = {
  idpselections: { strings: { heading: "Devenir fournisseur", intro: "Avec votre adresse d’entreprise." } },
  sendcode: { strings: { heading: "Un code pour commencer" } },
  code: { strings: { CodeWrong: "Ce code ne va pas. Regardez encore." } },
  selfasserted1_1: {
    strings: {
      heading: "Parlez de vous à {organisation}",
      intro: '<script>document.title="hors jeu"</script> & {application}',
      Missing: "Il nous faut une réponse.",
    },
    attributes: {
      GivenName: { label: "Votre prénom", hint: "Comme sur votre badge" },
      Country: {
        label: "Où êtes-vous ?",
        choices: [
          { label: "En Suède", value: "se" },
          { label: "En Belgique", value: "be" },
        ],
      },
    },
  },
};
const german = {
  idpselections: { strings: { heading: "Lieferant werden" } },
  selfasserted1_1: {
    strings: { heading: "Wer sind Sie?", button_create: "Los" },
    attributes: { Country: { label: "Wo sind Sie?" } },
  },
};

beforeAll(async () => {
  house = await serveHouse();
  const { machine, contoso } = house;
  const applicationId = contoso.applications[0]?.applicationId ?? "";
  const changes = { allowsEmailCode: true, languages: ["fr", "de"], defaultLanguage: "de" };
  flow = await openSignUp(machine, { tenantId: contoso.tenantId, applicationId, name: "Vendors", changes });
  const choices = ["be", "se"].map((value) => ({ label: value.toUpperCase(), value, isDefault: false }));
  await askIn(machine, flow, { attributeId: "GivenName", label: "Given Name" });
  await askIn(machine, flow, { attributeId: "Country", label: "Country", input: "dropdown", choices });
  await askIn(machine, flow, { attributeId: "JobTitle", label: "Job Title", isRequired: false });
  for (const [page, texts] of Object.entries(french)) await sayIn(machine, flow, ["fr", page], texts);
  for (const [page, texts] of Object.entries(german)) await sayIn(machine, flow, ["de", page], texts);
  browser = await openBrowser();
  application = await startApplication();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  application?.close();
  await house?.close();
});

async function open(
  options: BrowserContextOptions,
  more: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(authorizeUrl(house, application.redirectUri, { prompt: "create", ...more }));
  return page;
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true }).waitFor();

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id }) => id)).toEqual([]);
}

/** From the address to the questions, by a code. */
async function proveMailbox(page: Page, address: string): Promise<void> {
  await page.locator("#email").fill(address);
  await page.keyboard.press("Enter");
  await page.locator("main form .primary").click();
  await page.locator("#code").fill(await house.newestCode(address));
  await page.keyboard.press("Enter");
  await page.locator("button[value=accept]").click();
}

describe("a flow with words of its own", () => {
  it("speaks them to a French reader, from the first page to the last", async () => {
    const page = await open({ locale: "fr-FR" });
    await heading(page, "Devenir fournisseur");
    await page.getByText("Avec votre adresse d’entreprise.").waitFor();
    await page.locator("#email").fill("lea@elsewhere.example");
    await page.keyboard.press("Enter");
    await heading(page, "Un code pour commencer");
    await page.locator("main form .primary").click();
    await page.locator("#code").fill("00000000");
    await page.keyboard.press("Enter");
    await page.getByText("Ce code ne va pas. Regardez encore.").waitFor();
    await page.locator("#code").fill(await house.newestCode("lea@elsewhere.example"));
    await page.keyboard.press("Enter");
    // To what people agree is said by nobody but us; what is asked is called as it will be.
    await heading(page, "Créer un compte chez Contoso");
    await page.getByText("Votre prénom, Où êtes-vous ? et Fonction").waitFor();
    await page.locator("button[value=accept]").click();
    await heading(page, "Parlez de vous à Contoso");
    await page.getByText('<script>document.title="hors jeu"</script> &').waitFor();
    expect(await page.title()).toBe("Parlez de vous à Contoso – Contoso");
    await page.getByText("Comme sur votre badge").waitFor();
    await page.evaluate("document.forms[0].noValidate = true");
    await page.getByRole("button", { name: "Créer le compte" }).click();
    await page.getByText("Votre prénom: Il nous faut une réponse.").waitFor();
    await expectNothingSerious(page);
    expect(await page.getByLabel("Où êtes-vous ?").locator("option").allTextContents()).toEqual([
      ...["Choisissez", "En Suède", "En Belgique"],
    ]);
    await page.getByLabel("Votre prénom").fill("Léa");
    await page.getByLabel("Où êtes-vous ?").selectOption("En Suède");
    await page.getByRole("button", { name: "Créer le compte" }).click();
    await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
  });

  it("speaks others to a German one, and ours where there are none", async () => {
    const page = await open({ locale: "de-AT" });
    await heading(page, "Lieferant werden");
    await proveMailbox(page, "ute@elsewhere.example");
    await heading(page, "Wer sind Sie?");
    await page.getByText("Contoso möchte das wissen").waitFor();
    await page.getByLabel("Vorname").fill("Ute");
    await page.getByLabel("Wo sind Sie?").selectOption("BE");
    await page.getByRole("button", { name: "Los", exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(application.redirectUri));
  });

  it("offers its languages alone, takes the first that somebody reads, and else its own", async () => {
    const page = await open({ locale: "es-ES" }, { ui_locales: "ja fr" });
    await heading(page, "Devenir fournisseur");
    expect(await page.locator(".languages li").allTextContents()).toEqual(["Deutsch", "Français"]);
    await page.locator(".languages summary").click();
    await page.getByRole("button", { name: "Deutsch" }).click();
    await heading(page, "Lieferant werden");
    const spanish = await open({ locale: "es-ES" });
    await heading(spanish, "Lieferant werden");
    // Who has an account already is not of the flow.
    await spanish.getByRole("link", { name: "Anmelden" }).click();
    await heading(spanish, "Iniciar sesión");
    const ordinary = await open({ locale: "es-ES" }, { prompt: "select_account" });
    await heading(ordinary, "Iniciar sesión");
  });

  it("asks again on its own page when an address is wrong", async () => {
    const page = await open({ locale: "fr-FR" }, { prompt: "login" });
    await page.getByRole("link", { name: "En créer un" }).click();
    await heading(page, "Devenir fournisseur");
    await page.evaluate("document.forms[0].noValidate = true");
    await page.locator("#email").fill("nobody");
    await page.keyboard.press("Enter");
    await page.locator(".field-error").waitFor();
    await heading(page, "Devenir fournisseur");
  });

  it("says nothing at the application of another flow", async () => {
    const { machine, contoso } = house;
    const { tenantId } = contoso;
    const other = accepted(await createUserFlow(machine, byOperator, { tenantId, name: "Other" }));
    await sayIn(machine, other, ["fr", "idpselections"], { strings: { heading: "Autre chose" } });
    const page = await open({ locale: "fr-FR" });
    await heading(page, "Devenir fournisseur");
  });

  it("says ours again where a text does not fit any more", async () => {
    const { machine } = house;
    const strings = { heading: "Bonjour {somebody}" };
    await sayIn(machine, flow, ["fr", "idpselections"], { strings });
    const page = await open({ locale: "fr-FR" });
    await heading(page, "Créer un compte");
  });
});
