import { driveLoad, type MeasuredLoad, medianLoad } from "../load/drive-load.ts";
import { driveSignatures } from "../load/drive-signatures.ts";
import type { SigningResult } from "../load/generate-signatures.ts";
import { type Measurement, median, percent, perSecond } from "../measurement.ts";
import { startBenchedService } from "../service/benched-service.ts";
import { loadLines } from "./load-lines.ts";
import { ownRefreshes } from "./parties.ts";

/** An ID token and an access token. */
const signatures = 2;

/** Renewals of guests' tokens: each gives a new refresh token, and is written down before it is answered. */
export const measureRefreshes: Measurement = async (run) => {
  const service = await startBenchedService();
  try {
    const signInAll = await ownRefreshes(service);
    const rounds: { readonly signing: SigningResult; readonly ours: MeasuredLoad }[] = [];
    for (let number = 1; number <= run.repetitions; number += 1) {
      run.note(`renewals: round ${number} of ${run.repetitions}`);
      const signing = await driveSignatures(run.seconds / 2);
      const { connections, seconds } = run;
      // A token is good once: no load can take up where another has stopped.
      const { scenario, processes } = await signInAll();
      const order = { scenario, connections, warmUpSeconds: 1, seconds };
      rounds.push({ signing, ours: await driveLoad(order, processes) });
    }
    const share = median(
      rounds.map(({ ours, signing }) => (signatures * ours.perSecond) / signing.perSecond),
    );
    const signing = median(rounds.map((round) => round.signing.cpuMilliseconds));
    const ours = medianLoad(rounds.map((round) => round.ours));
    return [
      {
        what: "Guesthouse: renewals of a guest's tokens (refresh token, rotated)",
        figure: perSecond(ours.perSecond, "renewals"),
        ratio: `${percent(share)} of signatures / ${signatures}`,
      },
      ...loadLines(ours, signatures * signing),
    ];
  } finally {
    await service.remove();
  }
};
