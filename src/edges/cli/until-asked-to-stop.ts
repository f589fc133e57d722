/** How long further signals count as the same request: Ctrl+C under npm arrives from the terminal and from npm. */
const ONE_REQUEST_MILLISECONDS = 1_000;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Waits for Ctrl+C or a request of the system to stop. What is to be done in order is done after that; then the
 * process should end by itself with code 0, so that npm reports no failure. A second Ctrl+C, for a stop that
 * takes too long, ends the process at once.
 */
export function untilAskedToStop(): Promise<(typeof signals)[number]> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    for (const signal of signals) {
      process.on(signal, () => {
        if (askedAt === undefined) {
          askedAt = performance.now();
          resolve(signal);
        } else if (signal === "SIGINT" && performance.now() - askedAt > ONE_REQUEST_MILLISECONDS) {
          process.exit(130);
        }
      });
    }
  });
}
