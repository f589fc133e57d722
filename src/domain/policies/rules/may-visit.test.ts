import { expect, it } from "vitest";
import { mayVisit, readHost } from "./may-visit.ts";

it("lets members go everywhere, nowhere, or where the list says", () => {
  const visitableHosts = ["guests.contoso.example"];
  const may = (memberVisits: "anywhere" | "listed" | "nowhere", host: string) =>
    mayVisit({ memberVisits, visitableHosts }, host);
  expect(may("anywhere", "guests.fabrikam.example")).toBe(true);
  expect(may("listed", "guests.contoso.example")).toBe(true);
  expect(may("listed", "guests.contoso.example:8443")).toBe(false);
  expect(may("listed", "guests.fabrikam.example")).toBe(false);
  expect(may("nowhere", "guests.contoso.example")).toBe(false);
});

it("reads a host and nothing else", () => {
  expect(readHost(" Guests.Contoso.example ")).toBe("guests.contoso.example");
  expect(readHost("guests.contoso.example:443")).toBe("guests.contoso.example");
  expect(readHost("guests.contoso.example:8443")).toBe("guests.contoso.example:8443");
  for (const wrong of [
    "https://guests.contoso.example",
    "guests.contoso.example/x",
    "a b",
    "",
    "a@b.example",
  ])
    expect(readHost(wrong)).toBeUndefined();
});
