import { expect, it } from "vitest";
import type { ApplicationId, TenantId } from "../../../foundation/identifiers.ts";
import { logoutTokenClaims } from "./logout-token-claims.ts";

it("a logout token says who has left where, for two minutes, and is no ID token", () => {
  const claims = logoutTokenClaims({
    publicUrl: "https://id.example",
    tenantId: "t" as TenantId,
    version: 2,
    applicationId: "a" as ApplicationId,
    subject: "pairwise",
    sid: "stay",
    tokenId: "once",
    now: new Date("2026-03-01T10:00:00.900Z"),
  });
  const iat = Date.parse("2026-03-01T10:00:00Z") / 1000;
  expect(claims).toEqual({
    iss: "https://id.example/t/v2.0",
    aud: "a",
    sub: "pairwise",
    sid: "stay",
    iat,
    exp: iat + 120,
    jti: "once",
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  });
});
