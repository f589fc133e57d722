import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** Where a machine's own Chromium is looked for; `GUESTHOUSE_CHROMIUM` names another, or `npm` to insist on the kept one. */
const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** Starts a Chromium: the machine's own if there is one, else the one that comes from npm. The caller closes it. */
export async function openBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const wish = process.env["GUESTHOUSE_CHROMIUM"];
  const system = wish === "npm" ? undefined : (wish ?? systemBrowsers.find((path) => existsSync(path)));
  const kept = system === undefined ? await unpackKeptBrowser() : undefined;
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    ...options,
    executablePath: system ?? kept?.executablePath ?? "",
    // A sandbox needs a user of its own or namespaces; a container run as root has neither. /dev/shm is small there, too.
    chromiumSandbox: false,
    args: [
      "--disable-dev-shm-usage",
      ...(asRoot || kept ? ["--no-sandbox", "--no-zygote"] : []),
      ...(kept ? ["--disable-gpu"] : []),
      ...(options.args ?? []),
    ],
    env: { ...process.env, ...kept?.environment, ...options.env },
  });
}

interface KeptBrowser {
  readonly executablePath: string;
  readonly environment: Record<string, string>;
}

let unpacked: Promise<KeptBrowser> | undefined;

/** Unpacks Chromium, its libraries and fonts from @sparticuz/chromium once, beside the packages; later calls find it there. */
function unpackKeptBrowser(): Promise<KeptBrowser> {
  unpacked ??= unpackOnce();
  return unpacked;
}

async function unpackOnce(): Promise<KeptBrowser> {
  const root = packageFolder("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const cache = join(root, "..", "..", ".cache");
  const home = join(cache, `guesthouse-chromium-${version}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const scratch = mkdtempSync(join(cache, "unpacking-"));
    await unpackInto(scratch, join(root, "bin"));
    try {
      // Several test processes may unpack at once: the first to rename wins, the others drop theirs.
      renameSync(scratch, home);
    } catch (problem) {
      rmSync(scratch, { recursive: true, force: true });
      if (!existsSync(home)) throw problem;
    }
  }
  return {
    executablePath: join(home, "chromium"),
    environment: {
      LD_LIBRARY_PATH: [join(home, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]]
        .filter(Boolean)
        .join(":"),
      // A bare machine has no fonts: the package brings some.
      ...(existsSync("/usr/share/fonts") ? {} : { FONTCONFIG_PATH: join(home, "fonts") }),
    },
  };
}

/** The package unpacks into the temporary folder, and its libraries only on the platform it was made for: both are told by the environment. */
async function unpackInto(folder: string, bin: string): Promise<void> {
  const told = { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  const before = { ...process.env };
  Object.assign(process.env, told);
  try {
    const { default: kept } = await import("@sparticuz/chromium");
    await kept.executablePath(bin);
  } finally {
    for (const name of [...Object.keys(told), "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "HOME"]) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function packageFolder(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const end = entry.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length;
  return dirname(join(entry.slice(0, end), "package.json"));
}
