/** What the page of compatibility is held against. */
export interface Evidence {
  /** The text of a test file; undefined if there is none. */
  readonly textOf: (path: string) => string | undefined;
  /** The version of a package that the lock file installs; undefined if it installs none. */
  readonly versionOf: (name: string) => string | undefined;
}

const proof = /\[([^\]]+)\]\(\.\.\/((?:src|test)\/[^)]+\.test\.ts)\)/g;

/**
 * What the page of compatibility claims without a test that shows it: each row whose second cell is a claim names one,
 * by title and file. Packages are named with the version that is tried. Returns one sentence for each fault.
 */
export function findMissingProofs(page: string, evidence: Evidence): string[] {
  return page.split("\n").flatMap((line, index) => {
    if (!line.startsWith("|")) return [];
    const [, , claim = ""] = line.split("|").map((cell) => cell.trim());
    const proofs = [...line.matchAll(proof)];
    const isClaim = ["yes", "differs"].includes(claim);
    const faults = [
      ...(isClaim && proofs.length === 0 ? ["claims something and names no test"] : []),
      ...proofs.flatMap(([, title = "", path = ""]) => faultOfProof(title, path, evidence)),
      ...faultOfVersion(line, evidence),
    ];
    return faults.map((fault) => `docs/compatibility.md:${index + 1} ${fault}`);
  });
}

function faultOfProof(title: string, path: string, { textOf }: Evidence): string[] {
  const text = textOf(path);
  if (text === undefined) return [`names ${path}, which does not exist`];
  return text.includes(`${JSON.stringify(title)},`)
    ? []
    : [`names a test that ${path} does not have: ${title}`];
}

function faultOfVersion(line: string, { versionOf }: Evidence): string[] {
  const [, name, version] = /^\| `([^`]+)` (\d+\.\d+\.\d+) \|/.exec(line) ?? [];
  if (name === undefined) return [];
  const installed = versionOf(name);
  return installed === version ? [] : [`says ${name} ${version}; installed is ${installed}`];
}
