import { describe, expect, it } from "vitest";
import { reproducingLink, settingsFromForm, settingsFromLink } from "./settings-form.ts";

const again = (link: string) => settingsFromLink(Object.fromEntries(new URL(link).searchParams), "t1/first");

describe("reproducingLink", () => {
  it.each([
    { application: "t1/web", flow: "code", pkce: "true", scope: "openid api://x/y", prompt: "login" },
    {
      application: "t1/web",
      flow: "hybrid",
      response_mode: "fragment",
      login_hint: "a+b@x.example",
      domain_hint: "x",
    },
    {
      application: "typed",
      authority: "https://g.example/t2/v2.0",
      client_id: "c&d=e",
      platform: "spa",
      more: "a=1&b=ü\nc=%20",
    },
  ])("fills the same form again: %j", (fields) => {
    const settings = settingsFromForm(fields);
    expect(again(reproducingLink("https://g.example/tester", settings))).toEqual(settings);
  });

  it("leaves out what must not stand in an address", () => {
    const settings = settingsFromForm({
      application: "typed",
      authority: "https://g.example/t",
      client_secret: "s3",
      refresh_token: "r3",
    });
    expect(reproducingLink("https://g.example/tester", settings)).not.toMatch(/s3|r3/);
  });
});

describe("settingsFromLink", () => {
  it("begins with the first application and a proof key", () => {
    expect(settingsFromLink({}, "t1/first")).toMatchObject({
      application: "t1/first",
      pkce: true,
      flow: "id-token",
    });
    expect(settingsFromLink({}, undefined).application).toBe("typed");
  });

  it("takes an application by tenant and client", () => {
    expect(settingsFromLink({ tenant: "t2", client: "c" }, "t1/first").application).toBe("t2/c");
  });

  it("takes nonsense for the usual", () => {
    expect(
      settingsFromLink({ flow: "x", response_mode: "y", prompt: "z", pkce: "?" }, "t1/first"),
    ).toMatchObject({
      flow: "id-token",
      responseMode: "default",
      prompt: "",
      pkce: false,
    });
  });
});
