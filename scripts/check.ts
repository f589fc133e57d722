import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Everything that is checked without running the product. Usage: npm run check
 * Each check can be run alone too: its command is printed when it fails.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

/** The script behind a package's command, so that it runs on this Node and without a shell. */
function command(library: string, name: string): string {
  const manifestFile = join(root, "node_modules", library, "package.json");
  const { bin } = require(manifestFile) as { bin: string | Record<string, string> };
  return join(dirname(manifestFile), typeof bin === "string" ? bin : (bin[name] ?? ""));
}

const checks: readonly {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}[] = [
  {
    name: "format and lint",
    script: command("@biomejs/biome", "biome"),
    args: ["ci", "--error-on-warnings", "--colors=off"],
  },
  { name: "types", script: command("typescript", "tsc"), args: ["-p", "tsconfig.json"] },
  { name: "architecture", script: "scripts/check-sources.ts", args: [] },
  { name: "dead code", script: command("knip", "knip"), args: ["--no-progress"] },
  { name: "picture of the architecture", script: "scripts/draw-architecture.ts", args: ["--check"] },
  { name: "page of settings", script: "scripts/write-configuration-page.ts", args: ["--check"] },
  { name: "page of Graph", script: "scripts/write-graph-page.ts", args: ["--check"] },
  { name: "page of compatibility", script: "scripts/check-compatibility-page.ts", args: [] },
];

async function run(script: string, args: readonly string[]): Promise<{ passed: boolean; output: string }> {
  const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { passed: code === 0, output: Buffer.concat(chunks).toString("utf8").trim() };
}

let failed = 0;
await Promise.all(
  checks.map(async ({ name, script, args }) => {
    const { passed, output } = await run(script, args);
    if (!passed) failed += 1;
    const again = passed ? "" : `\n$ node ${script.replace(root, "")} ${args.join(" ")}\n${output}\n`;
    console.log(`${passed ? "passed" : "FAILED"}  ${name}${again}`);
  }),
);
console.log(failed === 0 ? "Everything is in order." : `${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
