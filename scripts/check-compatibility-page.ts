import { existsSync, readFileSync } from "node:fs";
import { findMissingProofs } from "./find-missing-proofs.ts";

/** Holds docs/compatibility.md against the tests it names and the packages that are installed. */
const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const { packages } = JSON.parse(read("package-lock.json")) as {
  packages: Readonly<Record<string, { readonly version?: string }>>;
};

const faults = findMissingProofs(read("docs/compatibility.md"), {
  textOf: (path) => (existsSync(new URL(path, root)) ? read(path) : undefined),
  versionOf: (name) => packages[`node_modules/${name}`]?.version,
});
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
