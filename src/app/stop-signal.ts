/** Settles at the first SIGINT, SIGTERM or SIGHUP; a second one soon after is the same Ctrl+C heard twice. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}
