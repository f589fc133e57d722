import { Agent, fetch } from "undici";
import { guardedConnector } from "./guarded-connector.ts";
import { mayConnect } from "./may-connect.ts";
import { OutboundFailure } from "./outbound-failure.ts";
import type { OutboundPolicy } from "./outbound-policy.ts";

export interface OutboundInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams | Uint8Array<ArrayBuffer>;
}

const maximumRedirects = 3;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
/** They describe the bytes on the wire; the body handed on is the decoded one. */
const wireHeaders = ["content-encoding", "content-length", "transfer-encoding"];

type Answer = Awaited<ReturnType<typeof fetch>>;

/**
 * Calls the outside within the policy's limits and answers with the whole body read.
 * Redirects of GET and HEAD are followed, each hop checked like the first; other methods get the redirect as the answer,
 * since what they carry was meant for one address.
 * Throws OutboundFailure.
 */
export async function outboundFetch(
  policy: OutboundPolicy,
  url: string | URL,
  init: OutboundInit = {},
): Promise<Response> {
  const deadline = AbortSignal.timeout(policy.timeLimitMilliseconds);
  const follows = policy.followsRedirects && ["GET", "HEAD"].includes((init.method ?? "GET").toUpperCase());
  let target = webAddress(url);
  let headers = init.headers ?? {};
  for (let redirects = 0; ; redirects += 1) {
    const answer = await callOnce(policy, target, { ...init, headers }, deadline);
    const location = answer.headers.get("location");
    if (!follows || location === null || !redirectStatuses.has(answer.status)) return answer;
    if (redirects === maximumRedirects) {
      throw new OutboundFailure(
        "too-many-redirects",
        `${url} redirects more than ${maximumRedirects} times.`,
      );
    }
    const next = nextHop(target, location);
    if (next.origin !== target.origin) headers = withoutCredentials(headers);
    target = next;
  }
}

async function callOnce(
  policy: OutboundPolicy,
  target: URL,
  init: OutboundInit,
  deadline: AbortSignal,
): Promise<Response> {
  const mayReach = policy.allowedOrigins.includes(target.origin)
    ? () => true
    : (address: string) => mayConnect(address, policy.allowedNetworks);
  // Calls to the outside are few and go to many hosts: a connection each is simpler than a pool and leaves none open.
  const agent = new Agent({ connect: guardedConnector(policy, mayReach) });
  try {
    const answer = await fetch(target, { ...init, redirect: "manual", dispatcher: agent, signal: deadline });
    const body = await readLimited(answer, policy.sizeLimitBytes);
    const headers = new Headers([...answer.headers]);
    for (const name of wireHeaders) headers.delete(name);
    // A status such as 204 forbids a body, even an empty one.
    return new Response(body.length > 0 ? body : null, { status: answer.status, headers });
  } catch (error) {
    throw failureOf(error, target);
  } finally {
    await agent.destroy();
  }
}

async function readLimited(answer: Answer, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > limitBytes) {
      throw new OutboundFailure("size-limit-reached", `The answer is larger than ${limitBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function webAddress(text: string | URL): URL {
  const url = URL.parse(String(text));
  const isWeb = url !== null && ["http:", "https:"].includes(url.protocol);
  if (isWeb && url.username === "" && url.password === "") return url;
  throw new OutboundFailure("url-refused", "Only http and https addresses without a user name are called.");
}

function nextHop(from: URL, location: string): URL {
  const next = URL.parse(location, from);
  if (next === null || (from.protocol === "https:" && next.protocol !== "https:")) {
    throw new OutboundFailure(
      "redirect-refused",
      `${from.origin} redirects to an address that is not secure.`,
    );
  }
  return webAddress(next);
}

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !["authorization", "cookie", "proxy-authorization"].includes(name.toLowerCase()),
  );
  return Object.fromEntries(kept);
}

function failureOf(error: unknown, target: URL): OutboundFailure {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OutboundFailure) return cause;
    if (cause.name === "TimeoutError" || cause.name === "ConnectTimeoutError") {
      return new OutboundFailure("time-limit-reached", `${target.origin} took too long.`, { cause: error });
    }
  }
  return new OutboundFailure("unreachable", `${target.origin} could not be reached.`, { cause: error });
}
