import { expect, it } from "vitest";
import { secretInGroups } from "./secret-text.ts";

it("divides a secret where people pause", () => {
  expect(secretInGroups("JBSWY3DPEHPK3PXP")).toBe("JBSW Y3DP EHPK 3PXP");
  expect(secretInGroups("JBSWY")).toBe("JBSW Y");
});
