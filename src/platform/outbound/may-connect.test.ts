import { describe, expect, it } from "vitest";
import { mayConnect } from "./may-connect.ts";

const refused = [
  ...[
    "127.0.0.1",
    "127.255.0.1",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
  ],
  ...[
    "168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "203.0.113.9",
  ],
  ...[
    "::1",
    "::",
    "fe80::1",
    "fec0::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::127.0.0.1",
  ],
  ...[
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "::ffff:168.63.129.16",
  ],
  ...["", "localhost", "999.1.1.1"],
];

describe("mayConnect", () => {
  it.each(refused)("refuses %s", (address) => {
    expect(mayConnect(address, [])).toBe(false);
  });

  it.each(["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111"])("allows the public address %s", (address) => {
    expect(mayConnect(address, [])).toBe(true);
  });

  it("allows what lies in an allowed network, also when written as a mapped address, and nothing beside it", () => {
    const allowed = ["10.20.0.0/16", "fd12::/16"];
    expect(mayConnect("10.20.3.4", allowed)).toBe(true);
    expect(mayConnect("::ffff:10.20.3.4", allowed)).toBe(true);
    expect(mayConnect("fd12::9", allowed)).toBe(true);
    expect(mayConnect("10.21.3.4", allowed)).toBe(false);
    expect(mayConnect("fd13::9", allowed)).toBe(false);
  });
});
