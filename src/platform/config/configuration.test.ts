import { describe, expect, it } from "vitest";
import { readConfiguration } from "./configuration.ts";

describe("a public address without TLS in production", () => {
  it.each(["http://localhost:8080", "http://127.0.0.1", "http://[::1]:3000"])(
    "is fine on loopback: %s",
    (url) => {
      const configuration = readConfiguration({ GUESTHOUSE_PUBLIC_URL: url }, { mode: "production" });
      expect(configuration.publicUrl).toBe(url);
    },
  );

  it("is fine behind a declared proxy, which may end TLS for people further out", () => {
    const environment = {
      GUESTHOUSE_PUBLIC_URL: "http://guests.contoso.example/",
      GUESTHOUSE_BEHIND_PROXY: "true",
    };
    expect(readConfiguration(environment, { mode: "production" })).toMatchObject({
      publicUrl: "http://guests.contoso.example",
      behindProxy: true,
    });
  });

  it.each(["http://guests.contoso.example", "http://10.0.0.4:8080", "http://localhost.contoso.example"])(
    "is refused elsewhere: %s",
    (url) => {
      expect(() => readConfiguration({ GUESTHOUSE_PUBLIC_URL: url }, { mode: "production" })).toThrow(
        expect.objectContaining({ code: "public-url-insecure", message: expect.stringContaining(url) }),
      );
    },
  );
});

it("names every setting that cannot be used", () => {
  const environment = { PORT: "eighty", SMTP_URL: "mail.contoso.example" };
  expect(() => readConfiguration(environment, { mode: "production" })).toThrow(/PORT[\s\S]*SMTP_URL/);
});

it.each(["https://contoso.example/guests", "https://contoso.example/?a=b", "https://anna@contoso.example"])(
  "takes no public address that is more than scheme, host and port: %s",
  (url) => {
    expect(() => readConfiguration({ GUESTHOUSE_PUBLIC_URL: url }, { mode: "production" })).toThrow(
      /GUESTHOUSE_PUBLIC_URL: must be an address without a path/,
    );
  },
);
