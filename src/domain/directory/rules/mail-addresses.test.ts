import { describe, expect, it } from "vitest";
import type { EmailAddress } from "../../../foundation/email-address.ts";
import { hasDefaultDisplayName, mailAddresses } from "./mail-addresses.ts";

describe("mailAddresses", () => {
  it("keeps the address as typed in mail, and in lower case where it is searched", () => {
    expect(mailAddresses("Ann.Lee@Fabrikam.example" as EmailAddress)).toEqual({
      mail: "Ann.Lee@Fabrikam.example",
      otherMails: ["ann.lee@fabrikam.example"],
      proxyAddresses: ["SMTP:ann.lee@fabrikam.example"],
    });
  });

  it("makes the new address the first one and keeps the old ones once as secondary", () => {
    const before = {
      otherMails: ["old@fabrikam.example", "new@fabrikam.example"],
      proxyAddresses: ["SMTP:old@fabrikam.example", "smtp:new@fabrikam.example", "smtp:old@fabrikam.example"],
    };
    expect(mailAddresses("new@fabrikam.example" as EmailAddress, before)).toEqual({
      mail: "new@fabrikam.example",
      otherMails: ["new@fabrikam.example", "old@fabrikam.example"],
      proxyAddresses: ["SMTP:new@fabrikam.example", "smtp:old@fabrikam.example"],
    });
  });
});

describe("hasDefaultDisplayName", () => {
  it("knows a name that was made of the address from one that somebody gave", () => {
    expect(hasDefaultDisplayName({ displayName: "ann.lee", mail: "ann.lee@fabrikam.example" })).toBe(true);
    expect(hasDefaultDisplayName({ displayName: "Ann Lee", mail: "ann.lee@fabrikam.example" })).toBe(false);
    expect(hasDefaultDisplayName({ displayName: "Ann Lee", mail: undefined })).toBe(false);
  });
});
