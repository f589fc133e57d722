import { describe, expect, it } from "vitest";
import { settingsFromForm } from "../settings-form.ts";
import { testClient } from "./test-client.ts";

const deployment = {
  publicUrl: "https://guests.contoso.example",
  tenants: [
    {
      tenantId: "t1",
      displayName: "Contoso",
      applications: [
        { clientId: "web", displayName: "Web", platform: "web" as const, demoSecret: "known" },
        { clientId: "spa", displayName: "Page", platform: "spa" as const },
        { clientId: "robot", displayName: "Robot", platform: undefined, demoSecret: "known" },
      ],
    },
  ],
  allowsElsewhere: false,
};
const client = (fields: Record<string, string>, changes = {}) =>
  testClient(settingsFromForm(fields), { ...deployment, ...changes });

describe("testClient", () => {
  it("plays a listed application with the secret the demo knows", () => {
    expect(client({ application: "t1/web", flow: "code" })).toEqual({
      ok: true,
      value: {
        authority: "https://guests.contoso.example/t1/v2.0",
        clientId: "web",
        clientSecret: "known",
        platform: "web",
      },
    });
  });

  it("sends no person to an application that cannot take them back", () => {
    expect(client({ application: "t1/robot", flow: "code" })).toMatchObject({
      refusal: { code: "no-redirect-address" },
    });
    expect(client({ application: "t1/robot", flow: "client-credentials" })).toMatchObject({ ok: true });
  });

  it("knows only what is listed", () => {
    for (const application of ["t2/web", "t1/other", "", "t1"]) {
      expect(client({ application }), application).toMatchObject({
        refusal: { code: "application-unknown" },
      });
    }
  });

  it("takes a typed authority with or without what is added to it", () => {
    for (const ending of ["", "/", "/.well-known/openid-configuration"]) {
      const authority = `https://guests.contoso.example/t1/v2.0${ending}`;
      expect(client({ application: "typed", authority, client_id: "x" })).toMatchObject({
        value: {
          authority: "https://guests.contoso.example/t1/v2.0",
          clientId: "x",
          clientSecret: undefined,
        },
      });
    }
  });

  it("calls authorities elsewhere only where that is allowed", () => {
    const typed = { application: "typed", authority: "https://login.other.example/v2.0", client_id: "x" };
    expect(client(typed)).toMatchObject({ refusal: { code: "authority-elsewhere" } });
    expect(client(typed, { allowsElsewhere: true })).toMatchObject({ ok: true });
  });

  it("asks for what is missing", () => {
    expect(client({ application: "typed", client_id: "x" })).toMatchObject({
      refusal: { code: "authority-missing" },
    });
    expect(client({ application: "typed", authority: "https://guests.contoso.example/t1" })).toMatchObject({
      refusal: { code: "client-id-missing" },
    });
  });
});
