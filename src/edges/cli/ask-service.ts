import { readFileSync } from "node:fs";
import { get as getPlain } from "node:http";
import { get as getSecure } from "node:https";
import { rootCertificates } from "node:tls";
import type { Machine } from "../../platform/machine.ts";
import { ownAuthorityFile } from "./own-authority-file.ts";

const patienceMilliseconds = 3_000;

/**
 * Asks the service at its own public address whether it is alive and ready. That nothing answers is not a failure:
 * the service may be stopped, or its address not be reached from here.
 */
export async function askService({
  configuration: { publicUrl, dataDirectory },
}: Machine): Promise<{ readonly state: "ok" | "note" | "failed"; readonly detail: string }> {
  const trusted = trustedAuthorities(dataDirectory);
  try {
    for (const path of ["/healthz", "/readyz"]) {
      const status = await statusOf(`${publicUrl}${path}`, trusted);
      if (status !== 200) return { state: "failed", detail: `${publicUrl}${path} answers ${status}` };
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      state: "note",
      detail: `nothing answers at ${publicUrl} (${code ?? message}): not running, or not reached from here`,
    };
  }
  return { state: "ok", detail: "runs, and /healthz and /readyz say so" };
}

/** The public ones, and the authority that `--https` made. */
function trustedAuthorities(dataDirectory: string): string[] {
  const own = ownAuthorityFile(dataDirectory);
  return own !== undefined ? [...rootCertificates, readFileSync(own, "utf8")] : [...rootCertificates];
}

function statusOf(url: string, ca: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { timeout: patienceMilliseconds, agent: false } as const;
    const onAnswer = (response: { statusCode?: number | undefined; resume(): unknown }) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    };
    const request = url.startsWith("https:")
      ? getSecure(url, { ...options, ca: [...ca] }, onAnswer)
      : getPlain(url, options, onAnswer);
    request.on("error", reject);
    request.on("timeout", () => request.destroy(new Error("no answer within 3 seconds")));
  });
}
