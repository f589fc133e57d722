import { describe, expect, it } from "vitest";
import { findAuthenticatorApp } from "../../src/domain/second-factor/find-second-factor.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { codeFromApp, scannedSecret, wrongCode } from "../support/authenticator.ts";
import { signInAt } from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import { formOf, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, machine } = house;
const [anna, carla] = contoso.users;
if (!anna || !carla) throw new Error("the demo has people");
const ways = `/myapps/sign-in-ways?tenant=${contoso.tenantId}`;
const appPage = `/myapps/sign-in-ways/app?tenant=${contoso.tenantId}`;

const code = (secret: string) => codeFromApp(secret, machine.clock());
const appOf = ({ userId }: { readonly userId: string }) =>
  findAuthenticatorApp(machine.database, contoso.tenantId, userId as UserId);

async function signedIn(person: NonNullable<typeof anna>): Promise<Visitor> {
  const visitor = house.visitor();
  await signInAt(visitor, "/myapps", person.userName, person.password);
  return visitor;
}

async function setUp(visitor: Visitor): Promise<string> {
  const shown = await visitor.submit(await visitor.get(ways), { wish: "set-up" }, "/myapps/sign-in-ways");
  if (!shown.html.includes("qr-code")) throw new Error(textOf(shown));
  const secret = scannedSecret(shown.html);
  const done = await visitor.submit(shown, { code: code(secret) }, "/myapps/sign-in-ways");
  expect(textOf(done)).toContain("Your authenticator app is set up.");
  house.moveClock(60);
  return secret;
}

describe("a person's own authenticator app", () => {
  it("is set up, replaced and removed by a code, in a session whose cookie changes each time", async () => {
    const visitor = await signedIn(anna);
    const before = await visitor.get(ways);
    expect(textOf(before)).toContain("You have no authenticator app for Contoso");
    expect((await visitor.get(appPage)).html).not.toContain('<svg class="qr-code"');
    const shown = await visitor.submit(before, { wish: "set-up" }, "/myapps/sign-in-ways");
    const secret = scannedSecret(shown.html);
    expect(shown.html.replaceAll(" ", "")).toContain(`>${secret}<`);
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect(scannedSecret((await visitor.get(appPage)).html)).toBe(secret);
    const wrong = await visitor.submit(shown, { code: wrongCode(code(secret)) }, "/myapps/sign-in-ways");
    expect([wrong.status, textOf(wrong)]).toEqual([
      400,
      expect.stringContaining("does not show this code now"),
    ]);
    expect(await appOf(anna)).toBeUndefined();
    const cookie = visitor.cookies.get("guesthouse");
    const done = await visitor.submit(wrong, { code: code(secret) }, "/myapps/sign-in-ways");
    expect(textOf(done)).toContain("Your authenticator app is set up. Contoso may ask");
    expect(visitor.cookies.get("guesthouse")).not.toBe(cookie);
    const factor = await appOf(anna);

    house.moveClock(3600);
    const refused = await visitor.submit(done, { wish: "replace", code: "000000" }, "/myapps/sign-in-ways");
    expect(refused.status).toBe(400);
    const next = await visitor.submit(
      refused,
      { wish: "replace", code: code(secret) },
      "/myapps/sign-in-ways",
    );
    const other = scannedSecret(next.html);
    expect(other).not.toBe(secret);
    expect((await appOf(anna))?.factorId).toBe(factor?.factorId);
    const replaced = await visitor.submit(next, { code: code(other) }, "/myapps/sign-in-ways");
    expect(textOf(replaced)).toContain("is set up");
    expect((await appOf(anna))?.factorId).not.toBe(factor?.factorId);

    house.moveClock(60);
    const removed = await visitor.submit(
      replaced,
      { wish: "remove", code: code(other) },
      "/myapps/sign-in-ways",
    );
    expect(textOf(removed)).toContain("Your authenticator app is removed.");
    expect(await appOf(anna)).toBeUndefined();
    const rows = await machine.database
      .selectFrom("auditEvent")
      .select(["activity", "actorId"])
      .where("activity", "like", "second-factor%")
      .execute();
    expect(rows).toEqual(
      ["second-factor-set-up", "second-factor-set-up", "second-factor-removed"].map((activity) => ({
        activity,
        actorId: anna.userId,
      })),
    );
  });

  it("is not changed by whoever knows the password alone, by no page and no post of their own", async () => {
    const secret = await setUp(await signedIn(carla));
    house.moveClock(3600);
    const factor = await appOf(carla);
    const thief = await signedIn(carla);
    const page = await thief.get(ways);
    for (const fields of [
      { wish: "set-up" },
      { wish: "replace" },
      { wish: "remove" },
      { wish: "replace", code: wrongCode(code(secret)) },
      { wish: "remove", code: "" },
      { wish: "anything", code: code(secret) },
    ]) {
      const seen = await thief.submit(page, fields, "/myapps/sign-in-ways");
      expect(seen.html).not.toContain("qr-code");
    }
    const { fields } = formOf(page, "/myapps/sign-in-ways");
    expect((await thief.post(appPage, { ...fields, code: code(secret) })).html).not.toContain("is set up");
    expect((await thief.get(appPage)).url.pathname).toBe("/myapps/sign-in-ways");
    expect(await appOf(carla)).toEqual(factor);
  });

  it("is not touched by a form of another site, or of another session", async () => {
    const visitor = await signedIn(carla);
    const other = await house.visitor();
    await signInAt(other, "/myapps", anna.userName, anna.password);
    const { fields } = formOf(await other.get(ways), "/myapps/sign-in-ways");
    const before = await machine.database.selectFrom("secondFactorEnrolment").selectAll().execute();
    for (const csrf of ["", "x", fields["csrf"] ?? ""])
      expect((await visitor.post(ways, { csrf, wish: "set-up" })).html).not.toContain("qr-code");
    expect(await machine.database.selectFrom("secondFactorEnrolment").selectAll().execute()).toEqual(before);
  });

  it("is asked for only where the browser is signed in", async () => {
    for (const place of [ways, appPage])
      expect((await house.visitor().get(place)).url.pathname).toMatch(/^\/signin\//);
  });
});
