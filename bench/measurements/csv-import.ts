import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measurement, median, perSecond } from "../measurement.ts";
import { type BenchedService, startBenchedService } from "../service/benched-service.ts";

const goal = 500;
/** Memory counts as flat when twice the rows take less than this much more. */
const flatMemoryMebibytes = 25;

/** Guests from a CSV file through the command line, beside a running service that sends their mails. */
export const measureCsvImport: Measurement = async (run) => {
  run.note("CSV import");
  const directory = mkdtempSync(join(tmpdir(), "guesthouse-csv-"));
  const service = await startBenchedService();
  try {
    const count = run.isQuick ? 2_000 : 10_000;
    const imports: Import[] = [];
    for (let repetition = 0; repetition < Math.min(3, run.repetitions); repetition += 1)
      imports.push(await importGuests(service, directory, count, `large${repetition}`));
    const seconds = median(imports.map((one) => one.seconds));
    const peak = median(imports.map((one) => one.peakMebibytes));
    const rate = count / seconds;
    const twice = await importGuests(service, directory, 2 * count, "twice");
    return [
      {
        what: `CSV import of ${count.toLocaleString("en")} guests by the command line, checks and start included`,
        figure: `${seconds.toFixed(1)} s, ${perSecond(rate, "invitations")}`,
        goal: `≥ ${goal}/s`,
        isMet: rate >= goal,
      },
      {
        what: `  peak memory with ${count.toLocaleString("en")} and with ${(2 * count).toLocaleString("en")} rows`,
        figure: `${peak.toFixed(0)} and ${twice.peakMebibytes.toFixed(0)} MiB`,
        goal: "flat",
        isMet: twice.peakMebibytes - peak < flatMemoryMebibytes,
      },
    ];
  } finally {
    await service.remove();
    rmSync(directory, { recursive: true, force: true });
  }
};

interface Import {
  readonly seconds: number;
  readonly peakMebibytes: number;
}

async function importGuests(
  service: BenchedService,
  directory: string,
  count: number,
  mark: string,
): Promise<Import> {
  const csv = join(directory, `${mark}.csv`);
  const memoryFile = join(directory, `${mark}.memory`);
  writeFileSync(csv, `email,name\n${rows(count, mark)}\n`);
  const observer = new URL("../service/report-peak-memory.ts", import.meta.url).href;
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ["--import", observer, "src/main.ts", "invite", "--csv", csv, "--tenant", "contoso.example"],
    {
      cwd: root,
      env: {
        ...process.env,
        GUESTHOUSE_DATA_DIR: service.dataDirectory,
        DATABASE_URL: "",
        BENCH_PEAK_MEMORY_FILE: memoryFile,
      },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return {
    seconds: (performance.now() - start) / 1000,
    peakMebibytes: Number(readFileSync(memoryFile, "utf8")) / 1024,
  };
}

function rows(count: number, mark: string): string {
  return Array.from({ length: count }, (_, row) => `${mark}-${row}@partner.example,Guest ${row}`).join("\n");
}
