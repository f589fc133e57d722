import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Database } from "./database.ts";
import { recentAnswers } from "./recent-answers.ts";

const database = { isTransaction: false } as Database;
const transaction = { isTransaction: true } as unknown as Database;

describe("recentAnswers", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("asks once for many callers at once, and again when the moment is over", async () => {
    const recent = recentAnswers<string>(3);
    const ask = vi.fn(async () => "answer");
    const get = () => recent.get(database, "key", ask);
    expect(await Promise.all([get(), get(), get()])).toEqual(["answer", "answer", "answer"]);
    expect(ask).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2_999);
    await get();
    expect(ask).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2);
    await get();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it("drops an answer that was on its way while the truth changed", async () => {
    const recent = recentAnswers<string>(3);
    let arrive: (answer: string) => void = () => undefined;
    const old = recent.get(database, "key", () => new Promise((resolve) => (arrive = resolve)));
    recent.forget(database);
    const fresh = recent.get(database, "key", async () => "new");
    arrive("old");
    expect(await old).toBe("old");
    expect(await fresh).toBe("new");
    expect(await recent.get(database, "key", async () => "never asked")).toBe("new");
  });

  it("remembers neither nothing, nor failures, nor anything inside a transaction", async () => {
    const recent = recentAnswers<string>(3);
    expect(await recent.get(database, "key", async () => undefined)).toBeUndefined();
    await expect(
      recent.get(database, "key", async () => {
        throw new Error("lost");
      }),
    ).rejects.toThrow("lost");
    expect(await recent.get(transaction, "key", async () => "inside")).toBe("inside");
    expect(await recent.get(database, "key", async () => "outside")).toBe("outside");
    expect(await recent.get(transaction, "key", async () => "inside again")).toBe("inside again");
  });
});
