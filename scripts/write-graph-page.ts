import {
  type DescribedOperation,
  describedOperations,
} from "../src/edges/graph/description/described-operations.ts";
import { keepUpToDate } from "./keep-up-to-date.ts";

/**
 * Writes docs/graph.md from the table that Graph's routes are made from.
 * Usage: node scripts/write-graph-page.ts [--check]
 */

const introduction = `# Graph

<!-- made by scripts/write-graph-page.ts: change src/edges/graph/resources/*/*-operations.ts and run npm run docs -->

What Guesthouse answers below \`/v1.0\`, in the manner of Microsoft Graph v1.0. Any one of the permissions named is
enough. *For a person*: a delegated permission, which the person's directory roles and guest level limit further;
*(own)*: only where the object is that person. *As itself*: an application permission; *the same* ones, without
*(own)*. As OpenAPI 3.1: \`GET /v1.0/openapi.json\`.

\`/me\` stands for \`/users/{id}\` of the signed-in person. \`POST /$batch\` carries up to 20 requests, each permitted
by itself.
`;

function permissionNames(permissions: readonly string[], mark = ""): string[] {
  return permissions.map((permission) => `\`${permission}\`${mark}`);
}

function lineOf({ method, path, summary, delegated, own = [], application }: DescribedOperation): string {
  const person = [...permissionNames(own, " (own)"), ...permissionNames(delegated)];
  const isSame = application.length > 0 && String(application) === String(delegated);
  const itself = isSame ? "the same" : permissionNames(application).join(", ");
  const cells = [`\`${method} ${path}\``, summary, person.join(", ") || "never", itself || "never"];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

keepUpToDate("docs/graph.md", () => {
  const sections = new Map<string, string[]>();
  for (const operation of describedOperations()) {
    const [segment = ""] = operation.path.slice(1).split(/[/(]/, 1);
    const lines = sections.get(segment) ?? [];
    sections.set(segment, [...lines, lineOf(operation)]);
  }
  const text = [...sections].map(([segment, lines]) =>
    [
      `## ${segment}`,
      "",
      "| Operation | What it does | For a person | As itself |",
      "|---|---|---|---|",
      ...lines,
      "",
    ].join("\n"),
  );
  return [introduction, ...text].join("\n");
});
