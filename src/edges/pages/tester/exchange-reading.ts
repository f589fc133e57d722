import { createHash } from "node:crypto";
import type { PublishedKey } from "./authority.ts";
import { findKeys } from "./authority.ts";
import type { RememberedRun } from "./flow-cookie.ts";
import { readToken, type TokenReading } from "./reading/read-token.js";
import type { ReadingContext } from "./reading/token-facts.js";
import { fieldsOf, jsonFields, type ReportedError, reportedError } from "./rules/answer.ts";
import { checkAccessToken, checkIdToken, type TokenCheck } from "./rules/check-token.ts";
import type { Exchange } from "./rules/exchange.ts";
import type { Parties } from "./run-test.ts";
import type { Tester } from "./tester.ts";
import { verifySignature } from "./verify-signature.ts";

export type TokenKind = "id-token" | "access-token" | "refresh-token";

/** A token that came back, with what can be said of it. */
export interface ReceivedToken {
  readonly kind: TokenKind;
  readonly from: "authorization-endpoint" | "token-endpoint";
  readonly text: string;
  /** Undefined when the token is opaque. */
  readonly reading: TokenReading | undefined;
  readonly checks: readonly TokenCheck[];
}

/** What a run came to. */
export interface ExchangeReading {
  readonly tokens: readonly ReceivedToken[];
  readonly errors: readonly ReportedError[];
}

const tokenFields: readonly (readonly [string, TokenKind])[] = [
  ["id_token", "id-token"],
  ["access_token", "access-token"],
  ["refresh_token", "refresh-token"],
];

/** Names of organisations and applications, for explanations. */
export async function readingContext(tester: Tester): Promise<ReadingContext> {
  const tenants = await tester.directory.listTenants();
  return {
    nowSeconds: Math.floor(tester.machine.clock().getTime() / 1000),
    organisations: tenants.map(({ tenantId, displayName }) => ({ tenantId, displayName })),
    applications: tenants.flatMap((tenant) =>
      tenant.applications.map(({ clientId, displayName }) => ({ clientId, displayName })),
    ),
  };
}

/** Takes the tokens out of the answers, decodes them and checks what an application would. */
export async function readExchange(
  tester: Tester,
  run: RememberedRun,
  parties: Parties,
  exchange: Exchange,
): Promise<ExchangeReading> {
  const context = await readingContext(tester);
  const answered = fieldsOf(exchange.answer?.parameters ?? []);
  const redeemed = jsonFields(exchange.tokenAnswer?.body ?? "");
  const received = [
    ...tokensIn(answered, "authorization-endpoint"),
    ...tokensIn(redeemed, "token-endpoint"),
  ].map((token) => ({ ...token, reading: readToken(token.text, context) }));
  const keys = received.some((token) => token.reading)
    ? await findKeys(tester.policy, parties.authority.keysAddress)
    : undefined;
  const judge = (token: Omit<ReceivedToken, "checks">) =>
    checksOf(token, { run, parties, keys, code: answered["code"], nowSeconds: context.nowSeconds });
  const tokens = await Promise.all(received.map(async (token) => ({ ...token, checks: await judge(token) })));
  const errors = [reportedError(answered), reportedError(redeemed)].filter((error) => error !== undefined);
  return { tokens, errors };
}

function tokensIn(fields: Readonly<Record<string, unknown>>, from: ReceivedToken["from"]) {
  return tokenFields.flatMap(([name, kind]) => {
    const text = fields[name];
    return typeof text === "string" ? [{ kind, from, text }] : [];
  });
}

interface Evidence {
  readonly run: RememberedRun;
  readonly parties: Parties;
  readonly keys: readonly PublishedKey[] | undefined;
  readonly code: string | undefined;
  readonly nowSeconds: number;
}

async function checksOf(
  token: Omit<ReceivedToken, "checks">,
  evidence: Evidence,
): Promise<readonly TokenCheck[]> {
  if (token.reading === undefined) return [];
  const { claims } = token.reading.decoded;
  const signature = await verifySignature(token.reading.decoded, evidence.keys);
  if (token.kind === "access-token") return checkAccessToken(claims, evidence.nowSeconds, signature);
  const cameWithCode = token.from === "authorization-endpoint" && evidence.code !== undefined;
  return checkIdToken(
    claims,
    {
      issuer: evidence.parties.authority.issuer,
      clientId: evidence.parties.client.clientId,
      nonce: evidence.run.settings.flow === "refresh" ? undefined : evidence.run.nonce,
      nowSeconds: evidence.nowSeconds,
      codeHash: cameWithCode ? codeHash(evidence.code ?? "") : undefined,
    },
    signature,
  );
}

/** OpenID Connect Core 1.0 section 3.3.2.11, for algorithms with SHA-256. */
function codeHash(code: string): string {
  return createHash("sha256").update(code, "ascii").digest().subarray(0, 16).toString("base64url");
}
