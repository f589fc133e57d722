import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Writes a page that a script makes, or with `--check` on the command line only says whether it is up to date.
 * `place` is the page's address from the root of the tree; `make` gets the present text and returns the right one.
 */
export function keepUpToDate(place: string, make: (present: string) => string): void {
  const file = fileURLToPath(new URL(`../${place}`, import.meta.url));
  const present = read(file);
  const wanted = make(present);
  if (present === wanted) return;
  if (process.argv.includes("--check")) {
    console.error(`${place} is out of date. Run: npm run docs`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
    console.log(`${place} written`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
