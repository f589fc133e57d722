import { describe, expect, it } from "vitest";
import { testHouse } from "../support/test-house.ts";
import { type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, machine } = house;

/** The same step posted many times at once, with other values. */
function postAtOnce(visitor: Visitor, page: Seen, field: string, values: readonly string[]): Promise<Seen[]> {
  return Promise.all(values.map((value) => visitor.submit(page, { [field]: value })));
}

function otherCodes(code: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    String((Number(code) + index + 1) % 100_000_000).padStart(8, "0"),
  );
}

describe("14: limits count guesses made at once, too", () => {
  it("thirty codes tried at once are no more than five", async () => {
    const address = "at-once@elsewhere.example";
    const visitor = house.visitor();
    const visit = await visitor.get(`/myapps?tenant=${contoso.tenantId}`);
    const page = await visitor.submit(await visitor.submit(visit, { email: address }), {});
    const code = await house.newestCode(address);
    const answers = await postAtOnce(visitor, page, "code", otherCodes(code, 30));
    const judged = answers.filter((answer) => textOf(answer).includes("This is not the code we sent"));
    expect(judged.length).toBeLessThanOrEqual(5);
    expect((await visitor.submit(page, { code })).status).toBe(400);
  });

  it("thirty passwords tried at once are no more than ten", async () => {
    const visitor = house.visitor();
    const page = await visitor.submit(await visitor.get("/myapps"), { email: "ivo@contoso.example" });
    const guesses = Array.from({ length: 30 }, (_, index) => `guess-${index}`);
    const answers = await postAtOnce(visitor, page, "password", guesses);
    expect(answers.filter((answer) => textOf(answer).includes("Too many tries")).length).toBeGreaterThan(19);
    const checked = await machine.database
      .selectFrom("signInEvent")
      .select("eventId")
      .where("errorCode", "=", 50126)
      .execute();
    expect(checked.length).toBeLessThanOrEqual(10);
  });
});
