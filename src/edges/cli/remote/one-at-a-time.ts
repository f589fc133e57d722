import { mkdirSync, rmdirSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const lookAgainMilliseconds = 100;
/** Longer than any renewal: who holds it since was ended in the middle of one. */
const abandonedMilliseconds = 30_000;

/** Does the work while no other command does its own under the same path; a folder is made by one of them only. */
export async function oneAtATime<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  while (!isMade(path)) {
    if (ageOf(path) > abandonedMilliseconds) remove(path);
    else await pause(lookAgainMilliseconds);
  }
  try {
    return await work();
  } finally {
    remove(path);
  }
}

function isMade(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function ageOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? Date.now() - found.mtimeMs : 0;
}

function remove(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
