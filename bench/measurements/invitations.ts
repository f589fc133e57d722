import { setTimeout as pause } from "node:timers/promises";
import { driveLoad, type MeasuredLoad, medianLoad } from "../load/drive-load.ts";
import { type Measurement, perSecond } from "../measurement.ts";
import { automationToken } from "../service/applications-of-demo.ts";
import { type BenchedService, startBenchedService } from "../service/benched-service.ts";
import { loadLines } from "./load-lines.ts";

/** Invitations by Graph, each with its mail, which goes to the built-in mailbox meanwhile. */
export const measureInvitations: Measurement = async (run) => {
  run.note("invitations by API");
  const service = await startBenchedService();
  try {
    const accessToken = await automationToken(service.publicUrl, service.demo);
    const loads: MeasuredLoad[] = [];
    for (let repetition = 0; repetition < run.repetitions; repetition += 1)
      loads.push(
        await driveLoad(
          {
            scenario: { kind: "invitations", port: service.port, accessToken, mark: String(repetition) },
            connections: run.connections,
            warmUpSeconds: repetition === 0 ? run.seconds : 1,
            seconds: run.seconds,
          },
          service.processes,
        ),
      );
    const load = medianLoad(loads);
    const waiting = await mailsWaiting(service);
    const start = performance.now();
    while ((await mailsWaiting(service)) > 0 && performance.now() - start < 60_000) await pause(500);
    const seconds = (performance.now() - start) / 1000;
    const rest = await mailsWaiting(service);
    return [
      {
        what: "Invitations by POST /v1.0/invitations, one each, with mail",
        figure: perSecond(load.perSecond, "invitations"),
      },
      ...loadLines(load),
      {
        what: "  mails still waiting at the end, and how fast they left then",
        figure: `${waiting.toLocaleString("en")}, ${perSecond((waiting - rest) / seconds, "mails")}`,
      },
    ];
  } finally {
    await service.remove();
  }
};

async function mailsWaiting(service: BenchedService): Promise<number> {
  const open = await service.openBeside();
  try {
    const { rows } = await open.opened.pool.query(
      "select count(*)::int as count from mail where state = 'queued'",
    );
    return rows[0].count;
  } finally {
    await open.close();
  }
}
