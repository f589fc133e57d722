import { z } from "zod";
import { configurationSchema } from "../src/platform/config/configuration.ts";
import { keepUpToDate } from "./keep-up-to-date.ts";

/**
 * Writes docs/configuration.md from the schema that the service reads its settings with.
 * Usage: node scripts/write-configuration-page.ts [--check]
 */

const introduction = `# Configuration

<!-- made by scripts/write-configuration-page.ts: change src/platform/config/configuration.ts and run npm run docs -->

Guesthouse reads its settings from environment variables, once, when it starts. A value that cannot be used stops
the start with a message that names the setting. Nothing has to be set to try it out. An empty value counts as
not set.
`;

interface Setting {
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
}

function defaultOf({ default: value }: Setting): string {
  if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return "";
  return `\`${String(value)}\``;
}

keepUpToDate("docs/configuration.md", () => {
  const { properties = {} } = z.toJSONSchema(configurationSchema, { io: "input", unrepresentable: "any" });
  const rows = Object.entries(properties as Record<string, Setting>).map(([name, setting]) => {
    if (!setting.description) throw new Error(`${name} has no description.`);
    const values = setting.enum ? ` One of ${setting.enum.map((value) => `\`${value}\``).join(", ")}.` : "";
    return `| \`${name}\` | ${setting.description.replaceAll("|", "\\|")}${values} | ${defaultOf(setting)} |`;
  });
  return [introduction, "| Setting | What it is | Default |", "|---|---|---|", ...rows, ""].join("\n");
});
