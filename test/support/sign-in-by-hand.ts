import type { Page } from "playwright-core";
import { enterAddress, enterPassword } from "../journeys/main-job/sign-in-steps.ts";
import type { HouseForClients, PersonOfHouse } from "./house-for-clients.ts";

/** Does on the sign-in pages what somebody of the house does: address, then password or mailed code. */
export async function signInByHand(
  page: Page,
  house: HouseForClients,
  somebody: PersonOfHouse,
): Promise<void> {
  await enterAddress(page, somebody.address);
  if (somebody.password !== "") return enterPassword(page, somebody.password);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Code").fill(await house.newestCode(somebody.address));
  await page.getByRole("button", { name: "Verify" }).click();
}
