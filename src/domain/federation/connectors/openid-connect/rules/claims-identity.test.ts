import { describe, expect, it } from "vitest";
import { identityOfEntraClaims } from "./claims-identity.ts";

describe("somebody of a Microsoft Entra directory", () => {
  const claims = { oid: "the object", sub: "pairwise", preferred_username: "vera@northwind.example" };

  it("is known by their object id, which is the same for every application", () => {
    expect(identityOfEntraClaims(claims).subject).toBe("the object");
    expect(identityOfEntraClaims({ ...claims, oid: undefined }).subject).toBeUndefined();
  });

  it("has the sign-in name as address; what an administrator typed as e-mail proves nothing", () => {
    const typed = { address: "boss@contoso.example", isVerified: false };
    expect(identityOfEntraClaims({ ...claims, email: typed.address }).addresses).toEqual([
      { address: "vera@northwind.example", isVerified: true },
      typed,
    ]);
  });

  it("has the e-mail as proved address where the directory says that it owns the domain", () => {
    const { addresses } = identityOfEntraClaims({
      ...{ oid: "the object", email: "vera@northwind.example" },
      xms_edov: "1",
    });
    expect(addresses).toEqual([{ address: "vera@northwind.example", isVerified: true }]);
  });

  it("proves no address as a guest of that directory", () => {
    const guest = "vera_partner.example#EXT#@northwind.example";
    expect(identityOfEntraClaims({ ...claims, preferred_username: guest }).addresses).toEqual([]);
  });
});
