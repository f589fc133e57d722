import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { addClientSecret } from "./add-client-secret.ts";
import { type NewApplication, registerApplication } from "./register-application.ts";
import { verifyClientSecret } from "./verify-client-secret.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contoso = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const { tenantId } = contoso;

async function register(displayName: string, extra: Partial<NewApplication> = {}) {
  return accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName, redirectUris: [], ...extra }),
  );
}

describe("client secrets", () => {
  it("are valid until they expire, several at a time, and stored as digests only", async () => {
    const { application } = await register("Automation");
    const { applicationId } = application;
    const check = (secret: string, now = machine.clock()) =>
      verifyClientSecret(database, application, secret, now);
    expect(await check("anything")).toBe("none");
    const add = (lifetimeDays: number, secret?: string) =>
      addClientSecret(machine, byOperator, {
        tenantId,
        applicationId,
        lifetimeDays,
        ...(secret ? { secret } : {}),
      });
    const first = accepted(await add(1));
    const second = accepted(await add(180, "a secret known to the demo"));
    expect(first.secretText).toHaveLength(43);
    expect(second.secretText).toBe("a secret known to the demo");
    expect(await check(first.secretText)).toBe("valid");
    expect(await check(second.secretText)).toBe("valid");
    expect(await check(`${first.secretText}x`)).toBe("wrong");
    const nextWeek = new Date(machine.clock().getTime() + 7 * 86_400_000);
    expect(await check(first.secretText, nextWeek)).toBe("expired");
    expect(await check(second.secretText, nextWeek)).toBe("valid");
    expect(await add(0)).toEqual({ ok: false, refusal: { code: "lifetime-invalid" } });
    const dump = JSON.stringify(await database.selectFrom("applicationSecret").selectAll().execute());
    expect(dump).not.toContain(first.secretText);
    const audit = JSON.stringify(await database.selectFrom("auditEvent").selectAll().execute());
    expect(audit).not.toContain(first.secretText);
  });
});
