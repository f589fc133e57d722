import { expect, it } from "vitest";
import { configurationFolder } from "./configuration-folder.ts";

it.each([
  ["linux", {}, "/home/ana", "/home/ana/.config/guesthouse"],
  ["linux", { XDG_CONFIG_HOME: "/etc/of/ana" }, "/home/ana", "/etc/of/ana/guesthouse"],
  ["linux", { XDG_CONFIG_HOME: "relative" }, "/home/ana", "/home/ana/.config/guesthouse"],
  ["darwin", {}, "/Users/ana", "/Users/ana/Library/Application Support/guesthouse"],
  ["win32", { APPDATA: "C:\\Ana\\Roaming" }, "C:\\Ana", "C:\\Ana\\Roaming\\guesthouse"],
  ["win32", {}, "C:\\Ana", "C:\\Ana\\AppData\\Roaming\\guesthouse"],
] as const)("on %s with %j it is below %s", (platform, environment, home, folder) => {
  expect(configurationFolder(platform, environment, home)).toBe(folder);
});
