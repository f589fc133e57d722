import { CommandRefused } from "../command-refused.ts";
import { chooseSignIn } from "./choose-sign-in.ts";
import { type KeptSignIn, originOf } from "./kept-sign-in.ts";
import { renewSignIn } from "./renew-sign-in.ts";
import { trustAuthority } from "./trust-authority.ts";

export type GraphBody = Readonly<Record<string, unknown>>;

/** Graph of a service somewhere, asked as the person signed in there. */
export interface RemoteGraph {
  readonly signIn: KeptSignIn;
  /** The body of an answer; throws GraphRefused. `path` may be a whole address, as pages name the next one. */
  get(path: string): Promise<GraphBody>;
  post(path: string, body: GraphBody): Promise<GraphBody>;
}

/** What Graph refuses is told in its own words. */
export class GraphRefused extends CommandRefused {}

/** Opens Graph where the person is signed in. Throws CommandRefused. */
export async function remoteGraph(folder: string, authority: string | undefined): Promise<RemoteGraph> {
  const chosen = chooseSignIn(folder, authority);
  trustAuthority(chosen.authorityFile);
  const signIn = await renewSignIn(folder, chosen);
  const root = originOf(signIn);
  const ask = async (path: string, request: RequestInit): Promise<GraphBody> => {
    const url = new URL(path, root);
    // A token goes nowhere but to the service that gave it.
    if (url.origin !== root) throw new GraphRefused(`${root} leads to ${url.origin}, which is not asked.`);
    const headers = {
      authorization: `Bearer ${signIn.accessToken}`,
      "content-type": "application/json",
      consistencylevel: "eventual",
    };
    const answer = await fetch(url, { ...request, headers, redirect: "error" }).catch((error: Error) => {
      const cause = error.cause as NodeJS.ErrnoException | undefined;
      throw new CommandRefused(`${root} cannot be asked: ${cause?.code ?? error.message}.`);
    });
    const body = (await answer.json().catch(() => ({}))) as GraphBody;
    if (answer.ok) return body;
    const { message } = (body["error"] ?? {}) as { readonly message?: string };
    throw new GraphRefused(message ?? `${url.pathname} answers ${answer.status}.`);
  };
  return {
    signIn,
    get: (path) => ask(path, {}),
    post: (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) }),
  };
}
