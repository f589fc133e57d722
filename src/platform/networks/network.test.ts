import { expect, it } from "vitest";
import { isNetwork, isWithinNetworks } from "./network.ts";

it.each(["192.0.2.0/24", "192.0.2.1/32", "2001:db8::/32", "0.0.0.0/0"])("takes %s for a network", (text) => {
  expect(isNetwork(text)).toBe(true);
});

it.each(["192.0.2.0", "192.0.2.0/33", "2001:db8::/129", "office", "", "192.0.2.0/24 "])(
  "takes '%s' for none",
  (text) => {
    expect(isNetwork(text)).toBe(false);
  },
);

it.each([
  ["192.0.2.7", ["192.0.2.0/24"], true],
  ["192.0.3.7", ["192.0.2.0/24"], false],
  ["192.0.3.7", ["192.0.2.0/24", "192.0.3.0/30"], false],
  ["::ffff:192.0.2.7", ["192.0.2.0/24"], true],
  ["2001:db8::7", ["192.0.2.0/24", "2001:db8::/32"], true],
  ["2001:db9::7", ["2001:db8::/32"], false],
  ["somewhere", ["0.0.0.0/0", "::/0"], false],
])("%s is within %j: %s", (address, networks, expected) => {
  expect(isWithinNetworks(address, networks)).toBe(expected);
});
