import { beforeEach, describe, expect, it } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { createTenant } from "../../src/domain/directory/create-tenant.ts";
import { revokeSessions } from "../../src/domain/directory/revoke-sessions.ts";
import type { User } from "../../src/domain/directory/rules/user.ts";
import { beginEnrolment, findEnrolment } from "../../src/domain/second-factor/begin-enrolment.ts";
import { confirmEnrolment } from "../../src/domain/second-factor/confirm-enrolment.ts";
import { findAuthenticatorApp } from "../../src/domain/second-factor/find-second-factor.ts";
import { findSecondFactorStanding } from "../../src/domain/second-factor/find-second-factor-standing.ts";
import { proveSecondFactor } from "../../src/domain/second-factor/prove-second-factor.ts";
import { removeOwnApp, resetSecondFactor } from "../../src/domain/second-factor/remove-second-factor.ts";
import { type FactorHolder, idsOfHolder } from "../../src/domain/second-factor/rules/factor-holder.ts";
import {
  addAccount,
  endBrowserSession,
  removeAccounts,
} from "../../src/domain/signin/sessions/browser-session.ts";
import { secondsAfter } from "../../src/foundation/clock.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { openRateLimits } from "../../src/platform/limits/rate-limits.ts";
import { codeFromApp, wrongCode } from "../support/authenticator.ts";
import { sessionOf } from "../support/session-of.ts";
import { testDatabase } from "../support/test-database.ts";
import { accepted, byOperator, testMachine } from "../support/test-machine.ts";

const { database, pool } = await testDatabase();
const machine = testMachine(database, { limits: openRateLimits(pool) });
const start = new Date("2026-03-01T10:00:00Z");
let people = 0;
let user: User;
let browser: FactorHolder;

async function member(): Promise<User> {
  const name = `org${++people}`;
  const tenant = accepted(
    await createTenant(machine, byOperator, {
      displayName: name,
      name,
      domains: [`${name}.example` as DomainName],
    }),
  );
  return accepted(
    await createMember(machine, byOperator, {
      tenantId: tenant.tenantId,
      userPrincipalName: `mia@${name}.example`,
      displayName: "Mia",
      password: "correct horse battery",
    }),
  );
}

beforeEach(async () => {
  machine.setClock(start);
  await database.deleteFrom("rateLimit" as never).execute();
  user = await member();
  browser = await sessionOf(machine, user);
});

const code = (secret: string) => codeFromApp(secret, machine.clock());
const later = (seconds: number) => machine.setClock(secondsAfter(machine.clock(), seconds));
const enter = (holder: FactorHolder, typed: string) =>
  proveSecondFactor(machine, byOperator, { holder, typed });
const confirm = (holder: FactorHolder, typed: string) =>
  confirmEnrolment(machine, byOperator, { holder, typed, language: "en" });
const proof = async (holder: FactorHolder) =>
  (await findSecondFactorStanding(database, { ...idsOfHolder(holder), now: machine.clock() })).provedAt;

async function secretIn(holder: FactorHolder): Promise<string> {
  accepted(await beginEnrolment(machine, holder));
  return (await findEnrolment(machine, holder, "Contoso"))?.text ?? "";
}

/** Sets an app up, and waits until its first code is over. */
async function setUp(holder: FactorHolder): Promise<string> {
  const secret = await secretIn(holder);
  accepted(await confirm(holder, code(secret)));
  later(60);
  return secret;
}

describe("an authenticator app that is set up", () => {
  it("has a secret of 160 bits, the same until it is confirmed, sealed in the database", async () => {
    const secret = await secretIn(browser);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(await secretIn(browser)).toBe(secret);
    const shown = await findEnrolment(machine, browser, "Contoso: Tools");
    expect(shown?.address).toContain(`secret=${secret}`);
    expect(decodeURIComponent(shown?.address ?? "")).toContain("otpauth://totp/Contoso  Tools:");
    const [row] = await database
      .selectFrom("secondFactorEnrolment")
      .selectAll()
      .where("userId", "=", user.userId)
      .execute();
    expect(row?.secretEncrypted.toString("latin1")).not.toContain(secret);
    expect(row?.secretEncrypted.length).toBe(20 + 12 + 16);
  });

  it("is none before a first right code, and counts as proved with it, once", async () => {
    const secret = await secretIn(browser);
    expect(await confirm(browser, wrongCode(code(secret)))).toMatchObject({
      refusal: { code: "code-wrong" },
    });
    expect(await findAuthenticatorApp(database, user.tenantId, user.userId)).toBeUndefined();
    const both = await Promise.all([confirm(browser, code(secret)), confirm(browser, code(secret))]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await proof(browser)).toEqual(start);
    // The code that set it up is used up.
    expect((await enter(browser, code(secret))).ok).toBe(false);
  });

  it("is shown to no other browser, account or person", async () => {
    await secretIn(browser);
    const second = await sessionOf(machine, user);
    const stranger = await sessionOf(machine, await member());
    for (const holder of [
      second,
      { ...browser, accountId: second.accountId },
      { ...browser, user: stranger.user },
      { ...stranger, user },
    ])
      expect(await findEnrolment(machine, holder, "Contoso")).toBeUndefined();
  });

  it("is offered for an hour, and then another", async () => {
    const secret = await secretIn(browser);
    later(3601);
    expect(await findEnrolment(machine, browser, "Contoso")).toBeUndefined();
    expect(await confirm(browser, code(secret))).toMatchObject({ refusal: { code: "not-begun" } });
    expect(await secretIn(browser)).not.toBe(secret);
  });

  it("tells its person by mail and the audit log, without the secret", async () => {
    const secret = await secretIn(browser);
    await database
      .updateTable("user")
      .set({ mail: "mia@elsewhere.example" })
      .where("userId", "=", user.userId)
      .execute();
    const withMail = { ...browser, user: { ...user, mail: "mia@elsewhere.example" } };
    accepted(await confirm(withMail, code(secret)));
    const mails = await database
      .selectFrom("mail")
      .selectAll()
      .where("tenantId", "=", user.tenantId)
      .execute();
    expect(mails.map(({ purpose, recipients }) => [purpose, recipients])).toEqual([
      ["second-factor", ["mia@elsewhere.example"]],
    ]);
    const events = await database
      .selectFrom("auditEvent")
      .selectAll()
      .where("targetId", "=", user.userId)
      .execute();
    expect(events.map(({ activity }) => activity)).toContain("second-factor-set-up");
    expect(JSON.stringify(events)).not.toContain(secret);
  });
});

describe("somebody with the first proof alone", () => {
  it("cannot put another app in the place of a person's own", async () => {
    const theirs = await sessionOf(machine, user);
    const secretOfThief = await secretIn(theirs);
    const secret = await setUp(browser);
    // Begun before the person's own was there: it is gone.
    expect(await confirm(theirs, code(secretOfThief))).toMatchObject({ refusal: { code: "not-begun" } });
    expect(await beginEnrolment(machine, theirs)).toMatchObject({ refusal: { code: "set-up-already" } });
    expect(await removeOwnApp(machine, byOperator, { holder: theirs, language: "en" })).toMatchObject({
      refusal: { code: "not-proved" },
    });
    expect((await enter(theirs, code(secret))).ok).toBe(true);
  });

  it("wins no race against the person", async () => {
    const theirs = await sessionOf(machine, user);
    const [secret, other] = [await secretIn(browser), await secretIn(theirs)];
    const both = await Promise.all([confirm(browser, code(secret)), confirm(theirs, code(other))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const rows = await database
      .selectFrom("secondFactor")
      .selectAll()
      .where("userId", "=", user.userId)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it("cannot replace it later with a proof that is old", async () => {
    await setUp(browser);
    later(601);
    expect(await beginEnrolment(machine, browser)).toMatchObject({ refusal: { code: "set-up-already" } });
  });

  it("may replace it with a code of the present one", async () => {
    const secret = await setUp(browser);
    later(3600);
    accepted(await enter(browser, code(secret)));
    const next = await secretIn(browser);
    expect(next).not.toBe(secret);
    accepted(await confirm(browser, code(next)));
    later(60);
    expect((await enter(browser, code(secret))).ok).toBe(false);
    expect((await enter(browser, code(next))).ok).toBe(true);
  });
});

describe("a code", () => {
  it("counts once, also when it is sent eight times at once", async () => {
    const secret = await setUp(browser);
    const second = await sessionOf(machine, user);
    const typed = code(secret);
    const tries = await Promise.all(
      [browser, second, browser, second, browser].map((holder) => enter(holder, typed)),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    later(30);
    expect((await enter(second, typed)).ok).toBe(false);
  });

  it("of an earlier step is used up by a later one's", async () => {
    const secret = await setUp(browser);
    const earlier = code(secret);
    later(30);
    accepted(await enter(browser, code(secret)));
    expect((await enter(browser, earlier)).ok).toBe(false);
  });

  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])("of a phone that is %i seconds off is right: %s", async (seconds, ok) => {
    const secret = await setUp(browser);
    later(300);
    expect((await enter(browser, codeFromApp(secret, secondsAfter(machine.clock(), seconds)))).ok).toBe(ok);
  });

  it("may be typed with blanks and in other digits", async () => {
    const secret = await setUp(browser);
    const arabic = code(secret).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect((await enter(browser, ` ${arabic.slice(0, 3)} ${arabic.slice(3)}`)).ok).toBe(true);
  });

  it.each(["", "1", "12345", "1234567", "000000000000", "abcdef", "－１", "\u0000"])(
    "%j is none",
    async (typed) => {
      await setUp(browser);
      expect(await enter(browser, typed)).toMatchObject({ refusal: { code: "code-wrong" } });
    },
  );

  it("cannot be guessed by patience: thirty wrong ones are all of a day, whatever the person does meanwhile", async () => {
    const secret = await setUp(browser);
    const wrong = () => enter(browser, wrongCode(code(secret)));
    let judged = 0;
    for (let round = 0; round < 8; round++) {
      for (let guess = 0; guess < 4; guess++) {
        const one = await wrong();
        if (!one.ok && one.refusal.code === "code-wrong") judged += 1;
      }
      later(60);
      await enter(browser, code(secret));
    }
    expect(judged).toBe(30);
  });

  it("cannot be guessed: after five wrong ones even the right one has to wait, in every browser", async () => {
    const secret = await setUp(browser);
    const second = await sessionOf(machine, user);
    const wrong = wrongCode(code(secret));
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, index) => enter(index % 2 ? browser : second, wrong)),
    );
    expect(tries.filter((one) => !one.ok && one.refusal.code === "code-wrong")).toHaveLength(5);
    expect(await enter(second, code(secret))).toMatchObject({ refusal: { code: "too-many-tries" } });
    const log = await database
      .selectFrom("signInEvent")
      .selectAll()
      .where("userId", "=", user.userId)
      .execute();
    // Five, and not twenty: whoever knows the first proof cannot fill the log.
    expect(log.map(({ errorCode }) => errorCode)).toEqual([500121, 500121, 500121, 500121, 500121]);
    expect(JSON.stringify(log)).not.toContain(wrong);
  });
});

describe("that a code was entered", () => {
  it("is known of that browser, account, tenant and user alone", async () => {
    await setUp(browser);
    const other = await sessionOf(machine, user);
    const elsewhere = await member();
    for (const holder of [
      other,
      { ...browser, accountId: other.accountId },
      { ...browser, user: elsewhere },
      { ...browser, user: { ...user, tenantId: elsewhere.tenantId } },
    ])
      expect(await proof(holder)).toBeUndefined();
    expect(await proof(browser)).toEqual(start);
  });

  it("ends with the account, and with the session", async () => {
    const secret = await setUp(browser);
    const second = await sessionOf(machine, user);
    accepted(await enter(second, code(secret)));
    await database
      .transaction()
      .execute((transaction) => removeAccounts(transaction, browser.sessionId, [browser.accountId]));
    await database.transaction().execute((transaction) => endBrowserSession(transaction, second.sessionId));
    expect([await proof(browser), await proof(second)]).toEqual([undefined, undefined]);
  });

  it("ends when sessions are revoked, also for whoever proves the first again", async () => {
    await setUp(browser);
    accepted(await revokeSessions(machine, byOperator, user));
    later(1);
    const { sessionId, accountId } = browser;
    const again = await addAccount(machine, sessionId, {
      identity: {
        issuer: `tenant:${user.tenantId}`,
        subject: user.userId,
        providerKind: "tenant",
        email: undefined,
      },
      displayName: "Mia",
      amr: ["pwd"],
    });
    expect(again.account.accountId).toBe(accountId);
    expect(await proof(browser)).toBeUndefined();
  });

  it("ends with the day, and when the app is reset", async () => {
    const secret = await setUp(browser);
    later(24 * 3600);
    expect(await proof(browser)).toBeUndefined();
    accepted(await enter(browser, code(secret)));
    expect(await proof(browser)).toEqual(machine.clock());
    accepted(await resetSecondFactor(machine, byOperator, { user }));
    expect(await proof(browser)).toBeUndefined();
    expect(await resetSecondFactor(machine, byOperator, { user })).toMatchObject({
      refusal: { code: "not-set-up" },
    });
  });

  it("is not remembered of an account that was signed out meanwhile", async () => {
    const secret = await setUp(browser);
    await database
      .transaction()
      .execute((transaction) => removeAccounts(transaction, browser.sessionId, [browser.accountId]));
    await enter(browser, code(secret));
    expect(await proof(browser)).toBeUndefined();
  });
});
