import { expect, it } from "vitest";
import { homePageOf } from "./home-page-of.ts";

it("takes the root of the first address a browser can open", () => {
  expect(homePageOf(["myapp://done", "https://app.contoso.example/signin?x=1"])).toBe(
    "https://app.contoso.example/",
  );
  expect(homePageOf(["http://localhost:5000/callback"])).toBe("http://localhost:5000/");
  expect(homePageOf(["myapp://done"])).toBeUndefined();
  expect(homePageOf([])).toBeUndefined();
});
