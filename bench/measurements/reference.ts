import { driveLoad, type MeasuredLoad } from "../load/drive-load.ts";
import { type Figure, type Measurement, perSecond, type RateName, type Run } from "../measurement.ts";
import { automationClient, referenceClient } from "../reference/reference-settings.ts";
import { type RunningReference, startReference } from "../reference/start-reference.ts";
import { costLines } from "./cost-lines.ts";
import { browsers, proofKey, signaturesPerSignIn } from "./sign-ins.ts";

const signInGoal = 2;

/** The same two on `oidc-provider`: what a general OpenID provider gives on this machine. */
export const measureReference: Measurement = async (run) => {
  run.note("the reference, oidc-provider");
  const reference = await startReference();
  try {
    const tokens = await measureTokens(run, reference);
    const signIns = await measureSignIns(run, reference);
    return [
      {
        what: "oidc-provider: client-credential tokens",
        figure: perSecond(tokens.perSecond, "tokens"),
        ...timesOurs(run, "tokens", tokens),
      },
      ...costLines(run, tokens, 1),
      {
        what: "oidc-provider: whole sign-ins",
        figure: perSecond(signIns.perSecond, "sign-ins"),
        ...timesOurs(run, "sign-ins", signIns, signInGoal),
      },
      ...costLines(run, signIns, signaturesPerSignIn),
    ];
  } finally {
    await reference.remove();
  }
};

function timesOurs(run: Run, name: RateName, load: MeasuredLoad, goal?: number): Partial<Figure> {
  const ours = run.rates.get(name);
  if (ours === undefined) return {};
  const times = ours / load.perSecond;
  return {
    ratio: `Guesthouse: ${times.toFixed(1)} ×`,
    ...(goal === undefined ? {} : { goal: `≥ ${goal} ×`, isMet: times >= goal }),
  };
}

function measureTokens(run: Run, { port, processes }: RunningReference): Promise<MeasuredLoad> {
  const form = {
    grant_type: "client_credentials",
    client_id: automationClient.clientId,
    client_secret: automationClient.clientSecret,
    scope: automationClient.scope,
  };
  const scenario = { kind: "tokens", port, tokenPath: "/token", form } as const;
  return driveLoad({ scenario, ...loadOf(run) }, processes);
}

async function measureSignIns(run: Run, { port, processes }: RunningReference): Promise<MeasuredLoad> {
  const { clientId, clientSecret, redirectUri, scope } = referenceClient;
  const query = {
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope,
    ...proofKey.challenge,
    state: "a-state-of-the-application",
    nonce: "a-nonce-of-the-application",
  };
  const cookies: string[] = [];
  for (let number = 0; number < browsers; number += 1)
    cookies.push(await signIn(`http://localhost:${port}/auth?${new URLSearchParams(query)}`, redirectUri));
  const form = {
    grant_type: "authorization_code",
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uri: redirectUri,
    ...proofKey.verifier,
  };
  const paths = { authorizePath: "/auth", tokenPath: "/token" };
  const scenario = { kind: "sign-ins", port, ...paths, query, form, cookies } as const;
  return driveLoad({ scenario, ...loadOf(run) }, processes);
}

function loadOf({ connections, seconds, repetitions }: Run) {
  return { connections, warmUpSeconds: seconds, seconds, repetitions };
}

/** Goes through the sign-in once, as a browser does, and returns the cookies it has then. */
async function signIn(authorizeUrl: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = authorizeUrl;
  for (let hop = 0; hop < 10; hop += 1) {
    const response = await fetch(url, { redirect: "manual", headers: { cookie: cookieHeader(jar) } });
    for (const cookie of response.headers.getSetCookie()) keepCookie(jar, cookie);
    url = new URL(response.headers.get("location") ?? "", url).href;
    if (url.startsWith(redirectUri)) return cookieHeader(jar);
  }
  throw new Error("the reference did not come to an end of the sign-in");
}

function keepCookie(jar: Map<string, string>, cookie: string): void {
  const [pair = ""] = cookie.split(";");
  const name = pair.slice(0, pair.indexOf("="));
  const value = pair.slice(name.length + 1);
  if (value === "") jar.delete(name);
  else jar.set(name, value);
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
