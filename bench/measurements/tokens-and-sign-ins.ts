import { driveLoad, type MeasuredLoad, medianLoad } from "../load/drive-load.ts";
import { driveSignatures } from "../load/drive-signatures.ts";
import type { SigningResult } from "../load/generate-signatures.ts";
import { type Figure, type Measurement, median, percent, perSecond, type Run } from "../measurement.ts";
import { type RunningReference, startReference } from "../reference/start-reference.ts";
import { type BenchedService, startBenchedService } from "../service/benched-service.ts";
import { loadLines } from "./load-lines.ts";
import { ownSignIns, ownTokens, type Party, referenceSignIns, referenceTokens } from "./parties.ts";

/** What is compared, and with which goals. */
interface Comparison {
  readonly what: string;
  readonly unit: string;
  /** Signatures that one takes. */
  readonly signatures: number;
  readonly ours: (service: BenchedService) => Promise<Party>;
  readonly theirs: (reference: RunningReference) => Promise<Party>;
  readonly shareGoal: number;
  readonly timesGoal?: number;
}

/** Tokens of an application that acts as itself: ours, those of `oidc-provider`, and what signatures allow. */
export const measureTokens: Measurement = (run) =>
  compare(run, {
    what: "client-credential tokens",
    unit: "tokens",
    signatures: 1,
    ours: ownTokens,
    theirs: referenceTokens,
    shareGoal: 0.85,
  });

/** Whole sign-ins of guests: authorize with a session, then the code for an ID token and an access token. */
export const measureSignIns: Measurement = (run) =>
  compare(run, {
    what: "whole guest sign-ins (authorize with session, code, tokens)",
    unit: "sign-ins",
    signatures: 2,
    ours: ownSignIns,
    theirs: referenceSignIns,
    shareGoal: 0.7,
    timesGoal: 2,
  });

/** One after the other, so that what else the machine does meets all of them alike. */
interface Round {
  readonly signing: SigningResult;
  readonly ours: MeasuredLoad;
  readonly theirs: MeasuredLoad;
}

async function compare(run: Run, comparison: Comparison): Promise<Figure[]> {
  const service = await startBenchedService();
  const reference = await startReference();
  try {
    const ours = await comparison.ours(service);
    const theirs = await comparison.theirs(reference);
    run.note(`${comparison.unit}: warming up`);
    await visit(run, ours);
    await visit(run, theirs);
    const rounds: Round[] = [];
    for (let number = 1; number <= run.repetitions; number += 1) {
      run.note(`${comparison.unit}: round ${number} of ${run.repetitions}`);
      rounds.push({
        signing: await driveSignatures(run.seconds / 2),
        ours: await visit(run, ours),
        theirs: await visit(run, theirs),
      });
    }
    return figures(comparison, rounds);
  } finally {
    await reference.remove();
    await service.remove();
  }
}

function visit(run: Run, { scenario, processes }: Party): Promise<MeasuredLoad> {
  const { connections, seconds } = run;
  return driveLoad({ scenario, connections, warmUpSeconds: 1, seconds }, processes);
}

/** Ratios are those of each round; their median is told. */
function figures(comparison: Comparison, rounds: readonly Round[]): Figure[] {
  const { what, unit, signatures, shareGoal, timesGoal } = comparison;
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const share = of(({ ours, signing }) => (signatures * ours.perSecond) / signing.perSecond);
  const times = of(({ ours, theirs }) => ours.perSecond / theirs.perSecond);
  const signing = of((round) => round.signing.cpuMilliseconds);
  const ours = medianLoad(rounds.map((round) => round.ours));
  const theirs = medianLoad(rounds.map((round) => round.theirs));
  const perVisit = signatures === 1 ? "" : ` / ${signatures}`;
  return [
    {
      what: "RS256 signatures (2048 bits), nothing else running",
      figure: perSecond(
        of((round) => round.signing.perSecond),
        "signatures",
      ),
    },
    { what: "  processor for one", figure: `${signing.toFixed(2)} ms` },
    {
      what: `Guesthouse: ${what}`,
      figure: perSecond(ours.perSecond, unit),
      ratio: `${percent(share)} of signatures${perVisit}`,
      goal: `≥ ${percent(shareGoal)}`,
      isMet: share >= shareGoal,
    },
    ...loadLines(ours, signatures * signing),
    {
      what: "oidc-provider: the same",
      figure: perSecond(theirs.perSecond, unit),
      ratio: `Guesthouse is ${times.toFixed(2)} ×`,
      ...(timesGoal === undefined ? {} : { goal: `≥ ${timesGoal} ×`, isMet: times >= timesGoal }),
    },
    ...loadLines(theirs, signatures * signing),
  ];
}
