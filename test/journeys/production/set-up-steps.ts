import type { Page } from "playwright-core";
import type { GuesthouseCommand } from "../../support/guesthouse-command.ts";

/** The first administrator of these journeys. */
export const administrator = { address: "anna@contoso.example", password: "velvet-harbour-42" };

/** The one-time link that a service without an organisation prints. */
export async function setUpLinkOf(service: GuesthouseCommand): Promise<string> {
  const [link] = await service.printed(/https?:\/\/\S+\/set-up\?ticket=[\w-]+(?=\s)/);
  return link;
}

/** Fills in the set-up page and sends it. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Organisation name").fill("Contoso");
  await page.getByLabel("Short name").fill("contoso");
  await page.getByLabel("Your name").fill("Anna Lindqvist");
  await page.getByLabel("Email").fill(administrator.address);
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.getByRole("button", { name: "Create organisation" }).click();
  // Its next page is My Apps, which asks who is there.
  await page.getByRole("button", { name: "Next" }).waitFor();
}
