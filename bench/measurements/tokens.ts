import { driveLoad } from "../load/drive-load.ts";
import { type Measurement, percent, perSecond } from "../measurement.ts";
import { automationForm } from "../service/applications-of-demo.ts";
import { startBenchedService } from "../service/benched-service.ts";
import { costLines } from "./cost-lines.ts";

const goal = 0.85;

/** Tokens of an application that acts as itself: one signature each. */
export const measureTokens: Measurement = async (run) => {
  run.note("client-credential tokens");
  const service = await startBenchedService();
  try {
    const load = await driveLoad(
      {
        scenario: { kind: "tokens", port: service.port, ...automationForm(service.demo) },
        connections: run.connections,
        warmUpSeconds: run.seconds,
        seconds: run.seconds,
        repetitions: run.repetitions,
      },
      service.processes,
    );
    run.rates.set("tokens", load.perSecond);
    const signatures = run.signatures?.perSecond;
    const share = signatures === undefined ? undefined : load.perSecond / signatures;
    return [
      {
        what: "Client-credential tokens",
        figure: perSecond(load.perSecond, "tokens"),
        ...(share === undefined ? {} : { ratio: `${percent(share)} of signatures`, isMet: share >= goal }),
        goal: `≥ ${percent(goal)}`,
      },
      ...costLines(run, load, 1),
    ];
  } finally {
    await service.remove();
  }
};
