import { writeFileSync } from "node:fs";

/** Loaded into a process before its program: writes its peak memory in KiB to a file when it ends. */
process.on("exit", () => {
  const file = process.env["BENCH_PEAK_MEMORY_FILE"];
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS));
});
