import { describe, expect, it } from "vitest";
import { testHouse } from "../support/test-house.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso } = house;

/** From My Apps of Contoso to the page that asks for the code. */
async function askForCode(visitor: Visitor, address: string): Promise<Seen> {
  const visit = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
  return visitor.submit(await visitor.submit(visit, { email: address }), {});
}

function anotherCode(code: string): string {
  return String((Number(code) + 1) % 100_000_000).padStart(8, "0");
}

describe("14: one-time codes", () => {
  it("five wrong tries use a code up, and then the right one is refused too", async () => {
    const address = "brute@elsewhere.example";
    const visitor = house.visitor();
    let page = await askForCode(visitor, address);
    const code = await house.newestCode(address);
    for (let time = 0; time < 5; time++) {
      page = await visitor.submit(page, { code: anotherCode(code) });
      expect(page.status).toBe(400);
    }
    page = await visitor.submit(page, { code });
    expect(page.status).toBe(400);
    expect(textOf(page)).toContain("Send a new one");
  });

  it("a code works once", async () => {
    const address = "once@elsewhere.example";
    const visitor = house.visitor();
    const page = await askForCode(visitor, address);
    const code = await house.newestCode(address);
    await visitor.submit(page, { code });
    const again = await visitor.post(`${page.url.pathname}/code`, { ...csrfOf(page), code });
    expect(textOf(again)).not.toContain("Enter the code");

    const other = house.visitor();
    const theirs = await askForCode(other, address);
    expect((await other.submit(theirs, { code })).status).toBe(400);
  });

  it("a code is worth nothing in another journey", async () => {
    const address = "journey@elsewhere.example";
    const one = house.visitor();
    const other = house.visitor();
    await askForCode(one, address);
    const code = await house.newestCode(address);
    house.moveClock(1);
    const theirs = await askForCode(other, address);
    expect(await house.newestCode(address)).not.toBe(code);
    expect((await other.submit(theirs, { code })).status).toBe(400);
  });

  it("a code ends after thirty minutes", async () => {
    const address = "slow@elsewhere.example";
    const visitor = house.visitor();
    const page = await askForCode(visitor, address);
    const code = await house.newestCode(address);
    house.moveClock(30 * 60 + 1);
    const late = await visitor.submit(page, { code });
    expect(late.status).toBe(400);
    expect(textOf(late)).toContain("no longer valid");
  });

  it("an address gets five codes in a quarter of an hour and then has to wait", async () => {
    const address = "flooded@elsewhere.example";
    const visitor = house.visitor();
    const page = await askForCode(visitor, address);
    const sendAgain = () => visitor.post(`${page.url.pathname}/send-code`, csrfOf(page));
    for (let time = 0; time < 4; time++) expect((await sendAgain()).status).toBe(200);
    expect((await sendAgain()).status).toBe(400);
  });

  it("an invited and an unknown address get the same answer", async () => {
    await house.invite("known@elsewhere.example");
    const pages = [];
    for (const address of ["known@elsewhere.example", "stranger@elsewhere.example"]) {
      const page = await askForCode(house.visitor(), address);
      pages.push(
        textOf(page)
          .replaceAll(address, "ADDRESS")
          .replace(/\d{1,2}:\d{2}( [AP]M)?/g, "TIME"),
      );
    }
    expect(pages[0]).toBe(pages[1]);
  });

  it("no code can be read from a dump of the database", async () => {
    const address = "dump@elsewhere.example";
    await askForCode(house.visitor(), address);
    const code = await house.newestCode(address);
    for (const table of ["oneTimeCode", "mail", "signInTransaction"] as const) {
      const rows = await house.machine.database.selectFrom(table).selectAll().execute();
      expect(
        JSON.stringify(rows, (_key, value) =>
          value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
        ),
      ).not.toContain(code);
    }
  });
});

describe("14: passwords", () => {
  it("a known and an unknown address of an organisation get the same page and the same refusal", async () => {
    const texts = [];
    for (const address of ["bert@fabrikam.example", "nobody@fabrikam.example"]) {
      const visitor = house.visitor();
      const password = await visitor.submit(await visitor.get("/myapps"), { email: address });
      const refused = await visitor.submit(password, { password: "not the password" });
      texts.push(`${textOf(password)} ${textOf(refused)}`.replaceAll(address, "ADDRESS"));
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it("ten wrong passwords lock the account's door for a while, even for the right one", async () => {
    const visitor = house.visitor();
    let page = await visitor.submit(await visitor.get("/myapps"), { email: "mia@contoso.example" });
    for (let time = 0; time < 10; time++) page = await visitor.submit(page, { password: "wrong" });
    page = await visitor.submit(page, { password: contoso.users[2]?.password ?? "" });
    expect(textOf(page)).toContain("Too many tries");
  });
});

function csrfOf(page: Seen): { csrf: string } {
  return { csrf: /name="csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? "" };
}
