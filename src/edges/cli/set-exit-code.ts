/** Called by a command that has printed its result, when that result is not a success. */
export type SetExitCode = (exitCode: number) => void;
