import { createServer } from "node:net";

/**
 * Below what systems give to whoever asks for any port (from 32768 on Linux, 49152 elsewhere): between the moment a
 * port is found free and the moment it is used, no call to the outside and no other server takes it by chance.
 */
const first = 20_000;
const count = 12_000;

/** Test processes that run side by side begin far from each other. */
let next = (process.pid * 137) % count;

/** A port that is free, and that nobody but the caller is about to use. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < count; tries += 1) {
    next = (next + 1) % count;
    if (await isFree(first + next)) return first + next;
  }
  throw new Error("no port is free");
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
