import { describe, expect, it } from "vitest";
import { isAssertionAudience } from "./assertion-audience.ts";

const names = ["c0a50000-0000-4000-8000-000000000001", "contoso.example"];
const isOurs = (audience: string | string[] | undefined) =>
  isAssertionAudience(audience, "https://login.example:8443", names);

describe("the audience of an assertion", () => {
  it.each([
    "https://login.example:8443/contoso.example/oauth2/v2.0/token",
    "https://login.example:8443/Contoso.Example/oauth2/v2.0/token",
    "https://login.example:8443/c0a50000-0000-4000-8000-000000000001/oauth2/v2.0/token",
    "https://login.example:8443/c0a50000-0000-4000-8000-000000000001/oauth2/token",
    "https://login.example:8443/c0a50000-0000-4000-8000-000000000001/v2.0",
    "https://login.example:8443/c0a50000-0000-4000-8000-000000000001/",
  ])("may be %s", (audience) => {
    expect(isOurs(audience)).toBe(true);
    expect(isOurs(["https://other.example/", audience])).toBe(true);
  });

  it.each([
    undefined,
    "",
    "https://login.example:8443",
    "https://login.example/contoso.example/oauth2/v2.0/token",
    "https://login.example:8443/fabrikam.example/oauth2/v2.0/token",
    "https://login.example:8443/contoso.example/oauth2/v2.0/token/more",
    "https://evil.example/https://login.example:8443/contoso.example/v2.0",
  ])("may not be %s", (audience) => {
    expect(isOurs(audience)).toBe(false);
  });
});
