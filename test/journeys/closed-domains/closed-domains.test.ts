import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findUser } from "../../../src/domain/directory/find-user.ts";
import { changeDomainPolicy, removeDomainPolicy } from "../../../src/domain/policies/change-domain-policy.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import type { UserId } from "../../../src/foundation/identifiers.ts";
import { openBrowser } from "../../support/open-browser.ts";
import { type ServedHouse, serveHouse } from "../../support/serve-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";

let house: ServedHouse;
let browser: Browser;

beforeAll(async () => {
  house = await serveHouse();
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

it("a guest whose domain was closed is told whom to ask, and accepts once it is open again", async () => {
  const { machine, contoso, newestCode } = house;
  const { tenantId } = contoso;
  const address = "noor@closed.example";
  const { link, userId } = await house.invite(address);
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Send code" }).click();
  await page.getByLabel("Code").fill(await newestCode(address));
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByRole("heading", { name: "Review permissions" }).waitFor();
  const domains = [{ domain: "closed.example" as DomainName, includesSubdomains: false }];
  const changes = { restriction: { kind: "deny", domains } } as const;
  accepted(await changeDomainPolicy(machine, byOperator, { tenantId, changes }));
  await page.getByRole("button", { name: "Accept" }).click();
  const title = "This invitation cannot be accepted at the moment";
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByText("Ask the person who invited you, or Contoso").waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.goto(link);
  await page.getByRole("heading", { name: title }).waitFor();
  const guest = () => findUser(machine.database, tenantId, userId as UserId);
  expect((await guest())?.redemptionState).toBe("pending");
  await removeDomainPolicy(machine, byOperator, tenantId);
  await page.goto(link);
  await page.getByRole("button", { name: "Accept invitation" }).click();
  await page.getByRole("button", { name: "Accept" }).click();
  await expect.poll(async () => (await guest())?.redemptionState).toBe("accepted");
});
