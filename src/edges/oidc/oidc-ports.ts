import type { Machine } from "../../platform/machine.ts";
import type { PagePort } from "./page-port.ts";
import type { SignInPort } from "./sign-in-port.ts";

/** What the endpoints of this edge run on. */
export interface OidcPorts {
  readonly machine: Machine;
  readonly signIn: SignInPort;
  readonly pages: PagePort;
}
