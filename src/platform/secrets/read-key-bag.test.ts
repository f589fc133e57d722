import { beforeAll, describe, expect, it } from "vitest";
import { type ClientCertificate, clientCertificate } from "../../../test/support/client-certificate.ts";
import { keyBag } from "../../../test/support/key-bag.ts";
import { readKeyBag } from "./read-key-bag.ts";

const now = new Date("2026-11-23T09:00:00Z");
let certificate: ClientCertificate;

beforeAll(async () => {
  certificate = await clientCertificate(now);
});

describe("a file with key and certificate", () => {
  it("is read with its password", () => {
    const outcome = readKeyBag(keyBag("open sesame", certificate), "open sesame");
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.value).toMatchObject({
      thumbprint: certificate.sha1.toString("hex").toUpperCase(),
      notBefore: new Date("2026-11-22T09:00:00Z"),
      privateKey: certificate.privateKey.export({ type: "pkcs8", format: "pem" }),
    });
  });

  it("is refused with another password, or when it is no such file", () => {
    for (const outcome of [
      readKeyBag(keyBag("open sesame", certificate), "shut sesame"),
      readKeyBag(Buffer.from("nothing"), ""),
      readKeyBag(Buffer.alloc(0), ""),
    ])
      expect(outcome).toMatchObject({ ok: false, refusal: { code: "key-bag-not-readable" } });
  });

  it("is refused when the key is another's or weak", async () => {
    const other = await clientCertificate(now);
    expect(readKeyBag(keyBag("x", other, certificate), "x")).toMatchObject({
      refusal: { code: "key-bag-without-key" },
    });
    const weak = await clientCertificate(now, { keyBits: 1024 });
    expect(readKeyBag(keyBag("x", weak, weak), "x")).toMatchObject({ refusal: { code: "key-too-weak" } });
  });
});
