import { describe, expect, it } from "vitest";
import { translateStylesheet } from "./branding-stylesheet.ts";

function translated(text: string): string {
  const outcome = translateStylesheet(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal.problems));
  return outcome.value;
}

function problems(text: string) {
  const outcome = translateStylesheet(text);
  return outcome.ok ? [] : outcome.refusal.problems.map(({ line, problem }) => `${line}: ${problem}`);
}

describe("an organisation's stylesheet", () => {
  it("names parts of a page as Entra's does", () => {
    expect(translated(".ext-sign-in-box { border-radius: 0; background-color: #fffdf5 }")).toBe(
      ":is(.sheet){border-radius:0;background-color:#fffdf5}",
    );
    expect(translated(".ext-button.ext-primary:hover, a { color: rgb(0 0 0 / 80%) }")).toBe(
      ":is(button):is(.primary):hover,a{color:rgb(0 0 0/80%)}",
    );
    expect(translated("@media (prefers-color-scheme: dark) { .ext-title { font-weight: 300 } }")).toBe(
      "@media (prefers-color-scheme:dark){:is(h1){font-weight:300}}",
    );
  });

  it("may be empty", () => {
    expect(translated("/* nothing yet */")).toBe("");
  });

  it.each([
    ["@import 'https://evil.example/x.css';", "1: @import is not taken."],
    ["\n@font-face { font-family: x }", "2: @font-face is not taken."],
    [".ext-title { display: none }", "1: display is not taken."],
    [".ext-title { position: fixed }", "1: position is not taken."],
    [".ext-title { opacity: 0 }", "1: opacity is not taken."],
    [".ext-title { --x: 1 }", "1: --x is not taken."],
    [".ext-title::before { color: red }", "1: Name parts by their class."],
    [
      ".ext-title { background: url(https://evil.example/a.png) }",
      "1: Nothing is loaded; upload pictures as files of the branding.",
    ],
    [".ext-title { color: var(--x) }", "1: var() is not taken."],
    ["main { color: red }", "1: Name parts by their class; main is not taken."],
    ["* { color: red }", "1: Name parts by their class; * is not taken."],
    ["input[value^=a] { color: red }", "1: Name parts by their class."],
    [".ext-title:has(a) { color: red }", "1: :has is not taken."],
    [".ext-title { color: notacolour }", "1: The value of color cannot be read."],
    [".ext-title { &:hover { color: red } }", "1: Name parts by their class."],
  ])("refuses %j", (text, problem) => {
    expect(problems(text)).toContain(problem);
  });

  it("says every line that is wrong", () => {
    const said = problems(".ext-title {\n  display: none;\n  width: 0;\n}\n.mine { color: red }");
    expect(said).toHaveLength(3);
    expect(said[2]).toMatch(/^5: \.mine is no part of a page\. There are: ext-background-image, /);
  });

  it("reads nothing of what it cannot parse", () => {
    expect(problems("}}} </style><script>alert(1)</script>")).not.toEqual([]);
    expect(problems(".ext-title { color: red")).toEqual([]);
    expect(translated(".ext-title { color: red")).toBe(":is(h1){color:red}");
  });
});
