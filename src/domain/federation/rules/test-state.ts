import type { ConnectionTestId } from "../../../foundation/identifiers.ts";

/** The person who tries a provider was sent there; what must come back, and what only we remember. */
export interface TestDetour {
  readonly state: string;
  readonly returnUrl: string;
  readonly remembered: Readonly<Record<string, string>>;
}

/** A link is good for this long: enough to send it to somebody at the partner. */
export const testLifetimeSeconds = 3600;

/** What was received is shown for this long, and then forgotten. */
export const findingsLifetimeSeconds = 7 * 24 * 3600;

const statePrefix = "test-";

/** What the provider is given as the state begins with this; a sign-in's never does. */
export function stateOfTest(testId: ConnectionTestId, secret: string): string {
  return `${statePrefix}${testId}.${secret}`;
}

/** The test's id in a state that came back, as text; undefined for the state of a sign-in. */
export function testNamedByState(state: string): string | undefined {
  return state.startsWith(statePrefix) ? state.slice(statePrefix.length).split(".", 1)[0] : undefined;
}
