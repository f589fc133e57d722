import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { byOperator } from "../../../test/support/test-machine.ts";
import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { findSignInActivity } from "./find-sign-in-activity.ts";
import { recordSignIn } from "./record-sign-in.ts";

const { database } = await testDatabase();
const now = new Date("2026-03-01T10:00:00.123Z");
const tenantId = "33333333-3333-4333-8333-333333333333" as TenantId;

describe("the sign-in log", () => {
  it("keeps an entry as it was given", async () => {
    const userId = "99999999-9999-4999-8999-999999999999" as UserId;
    await recordSignIn(
      database,
      now,
      { ...byOperator, userAgent: 'a\\b "c"' },
      {
        tenantId,
        application: { id: "44444444-4444-4444-8444-444444444444", name: "Web; drop" },
        user: { id: userId, name: "Ada ☃", kind: "guest" },
        isInteractive: true,
        errorCode: 50057,
        failureReason: "disabled",
        details: { steps: ["password"] },
      },
    );
    const [row] = await database.selectFrom("signInEvent").selectAll().where("userId", "=", userId).execute();
    expect(row).toMatchObject({
      tenantId,
      occurredAt: now,
      applicationName: "Web; drop",
      userName: "Ada ☃",
      userKind: "guest",
      isInteractive: true,
      errorCode: 50057,
      ipAddress: "192.0.2.1",
      userAgent: 'a\\b "c"',
      homeTenantId: null,
      details: { steps: ["password"] },
    });
  });

  it("keeps entries beside one whose text no database can hold", async () => {
    const entry = { tenantId, isInteractive: false, errorCode: 1 };
    const agents = ["first", "nul \0 here", "half \ud83d pair", "written \\u0000 out"];
    await Promise.all(
      agents.map((userAgent) => recordSignIn(database, now, { ...byOperator, userAgent }, entry)),
    );
    const rows = await database
      .selectFrom("signInEvent")
      .select("userAgent")
      .where("errorCode", "=", 1)
      .execute();
    expect(rows.map((row) => row.userAgent).sort()).toEqual(
      ["first", "nul \ufffd here", "half \ufffd pair", "written \\u0000 out"].sort(),
    );
  });

  it("notes the last of each user, whatever order many at once are written in", async () => {
    const userIds = Array.from({ length: 20 }, () => crypto.randomUUID() as UserId);
    const moment = (minute: number) => new Date(now.getTime() + minute * 60_000);
    const minutes = Array.from({ length: 30 }, (_, minute) => (minute * 7) % 30);
    await Promise.all(
      minutes.flatMap((minute, index) =>
        (index % 2 === 0 ? userIds : userIds.toReversed()).map((id) =>
          recordSignIn(database, moment(minute), byOperator, {
            tenantId,
            user: { id, name: "Ada", kind: "member" },
            isInteractive: minute % 2 === 0,
            errorCode: minute > 20 ? 50126 : 0,
          }),
        ),
      ),
    );
    const found = await findSignInActivity(database, tenantId, userIds);
    for (const id of userIds)
      expect(found.get(id)).toMatchObject({
        interactive: { at: moment(28) },
        nonInteractive: { at: moment(29) },
        success: { at: moment(20) },
      });
    const [first] = userIds;
    const last = found.get(first as UserId)?.interactive?.eventId ?? "";
    const [entry] = await database
      .selectFrom("signInEvent")
      .selectAll()
      .where("eventId", "=", last)
      .execute();
    expect(entry).toMatchObject({ userId: first, occurredAt: moment(28) });
  });
});
