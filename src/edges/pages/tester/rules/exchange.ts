import type { AnswerPath } from "./answer.ts";
import type { Parameter } from "./more-parameters.ts";

/** A request as it was sent. */
export interface SentRequest {
  readonly method: "GET" | "POST";
  readonly address: string;
  readonly parameters: readonly Parameter[];
}

/** Everything that went to and fro in one run. */
export interface Exchange {
  readonly request?: SentRequest | undefined;
  readonly answer?: { readonly path: AnswerPath; readonly parameters: readonly Parameter[] } | undefined;
  readonly tokenRequest?: (SentRequest & { readonly sentBy: "server" | "browser" }) | undefined;
  readonly tokenAnswer?: { readonly status: number; readonly body: string } | undefined;
}
