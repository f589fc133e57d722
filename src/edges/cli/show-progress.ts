import cliProgress from "cli-progress";
import { durationText } from "./rules/duration-text.ts";

export interface Progress {
  advance(count: number): void;
  stop(): void;
}

const quietProgress: Progress = { advance() {}, stop() {} };

/**
 * Shows how far long work is, with its rate and the time that remains; nothing when nobody watches at a terminal.
 * `unit` names what is counted; undefined: only the share is shown.
 */
export function showProgress(
  label: string,
  total: number,
  options: { readonly unit: string | undefined; readonly isQuiet: boolean },
): Progress {
  if (options.isQuiet || !process.stderr.isTTY) return quietProgress;
  const { unit } = options;
  const started = performance.now();
  let done = 0;
  const bar = new cliProgress.SingleBar(
    {
      stream: process.stderr,
      fps: 5,
      barsize: 24,
      clearOnComplete: true,
      hideCursor: null,
      format: (_options, { progress, value }) => {
        const seconds = (performance.now() - started) / 1000;
        const rate = value / Math.max(seconds, 0.001);
        const filled = Math.round(Math.min(progress, 1) * 24);
        const share = `${label}  ${"█".repeat(filled)}${"░".repeat(24 - filled)} ${Math.floor(progress * 100)}%`;
        const remaining = `${durationText((total - value) / Math.max(rate, 0.001))} left`;
        if (unit === undefined) return `${share}  ${remaining}`;
        return `${share}  ${number(value)} of ${number(total)} ${unit}  ${number(rate)}/s  ${remaining}`;
      },
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    advance(count) {
      done += count;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function number(value: number): string {
  return Math.round(value).toLocaleString("en");
}
