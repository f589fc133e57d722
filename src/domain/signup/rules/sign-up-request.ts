import { secondsAfter } from "../../../foundation/clock.ts";
import type { Condition } from "../../../foundation/condition.ts";
import type { EmailAddress } from "../../../foundation/email-address.ts";
import type {
  ApplicationId,
  SignUpRequestId,
  TenantId,
  UserFlowId,
} from "../../../foundation/identifiers.ts";
import type { ExternalIdentity } from "../../directory/rules/external-identity.ts";
import type { ProvenPerson } from "./may-sign-up.ts";
import type { Answers } from "./read-answers.ts";

/** Somebody's wish to be a guest, which a person of the organisation decides. Plain JSON but for the moments. */
export interface SignUpRequest {
  readonly tenantId: TenantId;
  readonly requestId: SignUpRequestId;
  readonly flowId: UserFlowId;
  readonly applicationId: ApplicationId;
  readonly state: "pending" | "approved" | "denied";
  readonly askedAt: Date;
  /** From then on it is forgotten. */
  readonly expiresAt: Date;
  readonly asking: AskingPerson;
  readonly decision: RequestDecision | undefined;
}

/** What requests can be asked for: nothing of what people said of themselves, which stands sealed. */
export type RequestProperties = {
  readonly requestId: "id";
  readonly state: "text";
  readonly askedAt: "moment";
  readonly expiresAt: "moment";
  readonly applicationId: "id";
};

export type RequestCondition = Condition<RequestProperties>;

/** Who asks, and what they would be as a guest. */
export interface AskingPerson extends Pick<Answers, "profile" | "customValues"> {
  readonly identity: ExternalIdentity;
  /** How they proved it; looked at again when somebody approves. */
  readonly person: ProvenPerson;
  /** By which they would be known here. */
  readonly address: EmailAddress;
  /** Whether they proved the address by a code, because nobody vouches for one. */
  readonly isOwnAddress: boolean;
  readonly displayName: string;
  /** When they proved who they are, ISO 8601. */
  readonly provenAt: string;
  readonly language: string;
  /** What they answered, in the words of the form. */
  readonly answers: readonly AnsweredQuestion[];
}

/** A question with its answer, both as text. */
export interface AnsweredQuestion {
  readonly label: string;
  readonly answer: string;
}

export interface RequestDecision {
  readonly decidedAt: Date;
  /** The name of who decided. */
  readonly decidedBy: string;
  readonly reason: string | undefined;
}

/** How a request stands in the way of another one. */
export type RequestStanding =
  | {
      readonly kind: "waiting";
      /** By which the person would be known. */
      readonly address: EmailAddress;
      readonly askedAt: Date;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: "denied";
      readonly address: EmailAddress;
      readonly decidedAt: Date;
      readonly reason: string | undefined;
      readonly mayAskAgainAt: Date;
    };

const daySeconds = 24 * 3600;
/** So long somebody may decide, and so long a decision can be read. */
const requestLifetimeSeconds = 30 * daySeconds;
const pauseAfterDenialSeconds = daySeconds;

/** When a request, or the decision about it, is forgotten. */
export function endOfRequest(since: Date): Date {
  return secondsAfter(since, requestLifetimeSeconds);
}

/** What a person who asked has to wait for; undefined: nothing, they may ask. */
export function requestStanding(
  { state, askedAt, expiresAt, decision, asking }: SignUpRequest,
  now: Date,
): RequestStanding | undefined {
  if (expiresAt <= now) return undefined;
  const { address } = asking;
  if (state === "pending") return { kind: "waiting", address, askedAt, expiresAt };
  // Whoever was approved and is nobody here any more was taken out again.
  if (state === "approved" || decision === undefined) return undefined;
  const { decidedAt, reason } = decision;
  const mayAskAgainAt = secondsAfter(decidedAt, pauseAfterDenialSeconds);
  return mayAskAgainAt > now ? { kind: "denied", address, decidedAt, reason, mayAskAgainAt } : undefined;
}

export const longestReason = 1000;
