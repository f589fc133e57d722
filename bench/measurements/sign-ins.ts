import { createHash } from "node:crypto";
import { driveLoad } from "../load/drive-load.ts";
import { type Measurement, percent, perSecond } from "../measurement.ts";
import { demoClient } from "../service/applications-of-demo.ts";
import { type BenchedService, startBenchedService } from "../service/benched-service.ts";
import { signedInGuests } from "../service/signed-in-guests.ts";
import { costLines } from "./cost-lines.ts";

const goal = 0.7;
/** Browsers that sign in, one for each connection at least. */
export const browsers = 64;
/** An ID token and an access token. */
export const signaturesPerSignIn = 2;

/** Whole sign-ins of guests: authorize with a session, then the code for an ID token and an access token. */
export const measureSignIns: Measurement = async (run) => {
  run.note("guest sign-ins");
  const service = await startBenchedService();
  try {
    const cookies = await prepareBrowsers(service);
    const load = await driveLoad(
      {
        scenario: { kind: "sign-ins", port: service.port, ...guestSignIn(service), cookies },
        connections: run.connections,
        warmUpSeconds: run.seconds,
        seconds: run.seconds,
        repetitions: run.repetitions,
      },
      service.processes,
    );
    run.rates.set("sign-ins", load.perSecond);
    const signatures = run.signatures?.perSecond;
    const share = signatures === undefined ? undefined : (load.perSecond * signaturesPerSignIn) / signatures;
    return [
      {
        what: "Whole guest sign-ins (authorize with session, code, tokens)",
        figure: perSecond(load.perSecond, "sign-ins"),
        ...(share === undefined
          ? {}
          : { ratio: `${percent(share)} of signatures / 2`, isMet: share >= goal }),
        goal: `≥ ${percent(goal)}`,
      },
      ...costLines(run, load, signaturesPerSignIn),
    ];
  } finally {
    await service.remove();
  }
};

async function prepareBrowsers(service: BenchedService): Promise<string[]> {
  const [resource, home] = service.demo.tenants.map((tenant) => tenant.tenantId);
  const open = await service.openBeside();
  try {
    return await signedInGuests(open.machine, { resource: resource ?? "", home: home ?? "" }, browsers);
  } finally {
    await open.close();
  }
}

/** The requests of a web application that proves itself by its secret and the code by PKCE. */
function guestSignIn({ demo }: BenchedService) {
  const { tenantId, clientId, clientSecret } = demoClient(demo, "Tender Room");
  const redirectUri = "http://localhost/callback";
  return {
    authorizePath: `/${tenantId}/oauth2/v2.0/authorize`,
    tokenPath: `/${tenantId}/oauth2/v2.0/token`,
    query: {
      client_id: clientId,
      response_type: "code",
      response_mode: "query",
      redirect_uri: redirectUri,
      scope: "openid profile email User.Read",
      ...proofKey.challenge,
      state: "a-state-of-the-application",
      nonce: "a-nonce-of-the-application",
    },
    form: {
      grant_type: "authorization_code",
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uri: redirectUri,
      ...proofKey.verifier,
    },
  };
}

const verifier = "a-verifier-of-the-bench-that-is-long-enough-for-the-standard";

/** PKCE (RFC 7636), the same for all: the service's work does not depend on its value. */
export const proofKey = {
  challenge: {
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  },
  verifier: { code_verifier: verifier },
};
