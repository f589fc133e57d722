import { posix, win32 } from "node:path";

/** Where programs keep what a person configured: the XDG base directories, or the place of the platform. */
export function configurationFolder(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  homeFolder: string,
): string {
  const { XDG_CONFIG_HOME: xdg, APPDATA: roaming } = environment;
  if (platform === "win32")
    return win32.join(roaming || win32.join(homeFolder, "AppData", "Roaming"), "guesthouse");
  // XDG Base Directory Specification: a path that is not absolute is invalid and to be passed over.
  if (xdg && posix.isAbsolute(xdg)) return posix.join(xdg, "guesthouse");
  return platform === "darwin"
    ? posix.join(homeFolder, "Library", "Application Support", "guesthouse")
    : posix.join(homeFolder, ".config", "guesthouse");
}
