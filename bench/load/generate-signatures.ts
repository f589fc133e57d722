import { generateKeyPair, SignJWT } from "jose";

/** What a signing process is told. */
export interface SigningOrder {
  readonly seconds: number;
}

/** What it measured. */
export interface SigningResult {
  readonly perSecond: number;
  readonly cpuMilliseconds: number;
}

/** Claims of the size that a guest's access token has. */
const claims = {
  aud: "00000003-0000-0000-c000-000000000000",
  iss: "http://localhost:8080/c0a50000-7e1d-4f0c-9a10-000000000001/v2.0",
  iat: 1_800_000_000,
  nbf: 1_800_000_000,
  exp: 1_800_004_500,
  text: "x".repeat(600),
};
const atOnce = 32;
const warmUpSeconds = 0.5;

/** Signs as the service does, with nothing else to do: the measure of what the machine's cores allow. */
process.on("message", async ({ seconds }: SigningOrder) => {
  const { privateKey } = await generateKeyPair("RS256", { modulusLength: 2048 });
  await sign(privateKey, warmUpSeconds);
  process.send?.(await sign(privateKey, seconds), () => process.exit(0));
});

async function sign(privateKey: CryptoKey, seconds: number): Promise<SigningResult> {
  let count = 0;
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - start < seconds * 1000) {
        await new SignJWT(claims)
          .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: "bench" })
          .sign(privateKey);
        count += 1;
      }
    }),
  );
  const took = performance.now() - start;
  const cpu = process.cpuUsage(cpuBefore);
  return { perSecond: (count * 1000) / took, cpuMilliseconds: (cpu.user + cpu.system) / 1000 / count };
}
