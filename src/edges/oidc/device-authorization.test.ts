import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { payloadOf, type TokenReply, token } from "../../../test/support/protocol-client.ts";
import { apiUri, type ProtocolStage, protocolStage } from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { registerApplication } from "../../domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { revokeSessions } from "../../domain/directory/revoke-sessions.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import { approveDevice, declineDevice } from "../../domain/tokens/decide-device-authorization.ts";
import {
  findDeviceByDeviceCode,
  findDeviceByUserCode,
} from "../../domain/tokens/find-device-authorization.ts";
import { openRateLimits } from "../../platform/limits/rate-limits.ts";

const { database, pool } = await testDatabase();
const machine = testMachine(database, { limits: openRateLimits(pool) });
const start = machine.clock();
let stage: ProtocolStage;
let television: ApplicationInTenant;

beforeAll(async () => {
  stage = await protocolStage(machine);
  television = accepted(
    await registerApplication(machine, byOperator, {
      tenantId: stage.contoso.tenantId,
      displayName: "Television",
      redirectUris: [],
      allowsPublicClient: true,
    }),
  );
});

beforeEach(() => machine.setClock(start));

async function ask(
  parameters: Record<string, string | undefined> = {},
  options: { tenantSegment?: string; query?: string } = {},
): Promise<TokenReply> {
  const body = {
    client_id: television.application.applicationId,
    scope: "openid offline_access",
    ...parameters,
  };
  const pairs = Object.entries(body).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const response = await stage.app.request(
    `/${options.tenantSegment ?? stage.contoso.tenantId}/oauth2/v2.0/devicecode${options.query ?? ""}`,
    {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(pairs).toString(),
    },
  );
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

async function newDeviceCode(): Promise<string> {
  return String((await ask()).body["device_code"]);
}

function poll(
  deviceCode: string,
  more: Record<string, string> = {},
  options: Parameters<typeof token>[2] = {},
): Promise<TokenReply> {
  return token(
    stage,
    {
      grant_type: "device_code",
      client_id: television.application.applicationId,
      device_code: deviceCode,
      ...more,
    },
    options,
  );
}

/** What the end of a journey records. */
async function approve(deviceCode: string, user: User): Promise<boolean> {
  const device = await findDeviceByDeviceCode(machine, deviceCode);
  if (!device) throw new Error("no such device");
  const now = machine.clock().toISOString();
  return approveDevice(machine, device.deviceCodeHash, {
    tenantId: user.tenantId,
    userId: user.userId,
    grant: {
      redirectUri: "",
      platform: "public-client",
      scope: device.scope,
      grantedAt: now,
      signIn: { sessionId: "a browser", amr: ["pwd"], authenticatedAt: now },
      requestedClaims: [],
    },
  });
}

function refusal(number: number, error: string) {
  return { body: { error, error_codes: [number] } };
}

function secondsLater(seconds: number): void {
  machine.setClock(new Date(start.getTime() + seconds * 1000));
}

describe("a device that asks", () => {
  it("gets a code for itself and one for its person, of which only digests are stored", async () => {
    const { status, headers, body } = await ask();
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({
      user_code: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
      verification_uri: `${machine.configuration.publicUrl}/devicelogin`,
      expires_in: 900,
      interval: 5,
    });
    expect(body).not.toHaveProperty("verification_uri_complete");
    expect(body["message"]).toContain(body["user_code"]);
    const rows = JSON.stringify(await database.selectFrom("deviceAuthorization").selectAll().execute());
    expect(rows).not.toContain(body["device_code"]);
    expect(rows).not.toContain(body["user_code"]);
  });

  it("is refused without a scope, for an unknown client or resource, and where public clients are not allowed", async () => {
    const { applicationId } = stage.native.application;
    expect(await ask({ scope: undefined })).toMatchObject(refusal(900144, "invalid_request"));
    expect(await ask({ client_id: undefined })).toMatchObject(refusal(900144, "invalid_request"));
    expect(await ask({ client_id: "nobody" })).toMatchObject(refusal(700016, "unauthorized_client"));
    expect(await ask({ scope: "api://x/.default" })).toMatchObject(refusal(500011, "invalid_resource"));
    expect(await ask({ client_id: applicationId })).toMatchObject(refusal(7000218, "invalid_client"));
    expect(await ask({}, { tenantSegment: "nowhere.example" })).toMatchObject(
      refusal(90002, "invalid_tenant"),
    );
  });
});

describe("devices that ask without end", () => {
  it("have to wait, and those of another application do not", async () => {
    const register = async (displayName: string) =>
      accepted(
        await registerApplication(machine, byOperator, {
          tenantId: stage.contoso.tenantId,
          displayName,
          redirectUris: [],
          allowsPublicClient: true,
        }),
      ).application.applicationId;
    const [broken, sound] = [await register("Broken"), await register("Sound")];
    expect((await ask({ client_id: broken })).status).toBe(200);
    const key = `${broken} unknown`;
    const limit = "device-code-made-by-client";
    for (let turn = 0; turn < 10; turn++)
      await Promise.all(Array.from({ length: 30 }, () => machine.limits.consume(limit, key)));
    const reply = await ask({ client_id: broken });
    expect(reply).toMatchObject({ status: 429, ...refusal(90055, "temporarily_unavailable") });
    const wait = Number(reply.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(900);
    expect((await ask({ client_id: sound })).status).toBe(200);
  });
});

describe("a device that polls", () => {
  it("waits, is never told to slow down, and gets its tokens once", async () => {
    const deviceCode = await newDeviceCode();
    for (let time = 0; time < 3; time++)
      expect(await poll(deviceCode)).toMatchObject({
        status: 400,
        ...refusal(70016, "authorization_pending"),
      });
    expect(await approve(deviceCode, stage.member)).toBe(true);
    const reply = await poll(deviceCode, { client_info: "1" });
    expect(reply).toMatchObject({
      status: 200,
      body: { token_type: "Bearer", scope: "openid offline_access" },
    });
    expect(payloadOf(reply.body["id_token"])).toMatchObject({
      oid: stage.member.userId,
      aud: television.application.applicationId,
    });
    expect(reply.body).toHaveProperty("refresh_token");
    expect(reply.body).toHaveProperty("client_info");
    expect(await poll(deviceCode)).toMatchObject(refusal(54005, "invalid_grant"));
    const renewed = await token(stage, {
      grant_type: "refresh_token",
      client_id: television.application.applicationId,
      refresh_token: String(reply.body["refresh_token"]),
    });
    expect(renewed.status).toBe(200);
  });

  it("may use the grant's full name", async () => {
    const deviceCode = await newDeviceCode();
    await approve(deviceCode, stage.guest);
    const grantType = "urn:ietf:params:oauth:grant-type:device_code";
    const reply = await poll(deviceCode, { grant_type: grantType });
    expect(payloadOf(reply.body["id_token"])).toMatchObject({ oid: stage.guest.userId, acct: 1 });
  });

  it("is one winner when it asks many times at once", async () => {
    const deviceCode = await newDeviceCode();
    await approve(deviceCode, stage.member);
    const replies = await Promise.all(Array.from({ length: 6 }, () => poll(deviceCode)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("is sent away when its person says no, when its time is over, or when nobody knows it", async () => {
    const declined = await newDeviceCode();
    const device = await findDeviceByDeviceCode(machine, declined);
    if (!device) throw new Error("no such device");
    expect(await declineDevice(machine, device.deviceCodeHash)).toBe(true);
    expect(await poll(declined)).toMatchObject(refusal(70017, "authorization_declined"));
    expect(await approve(declined, stage.member)).toBe(false);

    const late = await newDeviceCode();
    secondsLater(901);
    expect(await poll(late)).toMatchObject(refusal(70019, "expired_token"));
    expect(await approve(late, stage.member)).toBe(false);
    expect(await poll("made-up")).toMatchObject(refusal(70018, "bad_verification_code"));
    expect(
      await token(stage, { grant_type: "device_code", client_id: television.application.applicationId }),
    ).toMatchObject(refusal(900144, "invalid_request"));
  });

  it("is the device that asked: not another application, another tenant, a page, or one with a secret", async () => {
    const deviceCode = await newDeviceCode();
    await approve(deviceCode, stage.member);
    const other = accepted(
      await registerApplication(machine, byOperator, {
        tenantId: stage.contoso.tenantId,
        displayName: "Thief",
        redirectUris: [],
        allowsPublicClient: true,
      }),
    );
    const { applicationId } = other.application;
    expect(await poll(deviceCode, { client_id: applicationId })).toMatchObject(
      refusal(70018, "bad_verification_code"),
    );
    expect(await poll(deviceCode, { client_id: stage.native.application.applicationId })).toMatchObject(
      refusal(7000218, "invalid_client"),
    );
    expect(await poll(deviceCode, { client_secret: "x" })).toMatchObject(refusal(700025, "invalid_client"));
    expect(await poll(deviceCode, {}, { headers: { origin: "https://evil.example" } })).toMatchObject(
      refusal(9002326, "invalid_request"),
    );
    expect((await poll(deviceCode)).status).toBe(200);
  });

  it("gets nothing for somebody who was signed out after the approval", async () => {
    const deviceCode = await newDeviceCode();
    await approve(deviceCode, stage.mailGuest);
    secondsLater(5);
    const { tenantId, userId } = stage.mailGuest;
    await revokeSessions(machine, byOperator, { tenantId, userId });
    expect(await poll(deviceCode)).toMatchObject(refusal(50173, "invalid_grant"));
  });

  it("gets no more than was consented to", async () => {
    const deviceCode = String((await ask({ scope: `openid ${apiUri}/Orders.Read` })).body["device_code"]);
    await approve(deviceCode, stage.member);
    expect(await poll(deviceCode)).toMatchObject(refusal(65001, "invalid_grant"));
  });
});

describe("the code of the person", () => {
  it("is found in any spelling while the device waits, and not after", async () => {
    const { user_code: userCode, device_code: deviceCode } = (await ask()).body as Record<string, string>;
    const typed = ` ${userCode?.toLowerCase().replace("-", " ")}`;
    expect(await findDeviceByUserCode(machine, typed, "n")).toMatchObject({ ok: true });
    await approve(deviceCode ?? "", stage.member);
    expect(await findDeviceByUserCode(machine, typed, "n")).toMatchObject({
      ok: false,
      refusal: { code: "user-code-unknown" },
    });
  });
});
