import { Option } from "commander";

/** The switch by which a command works at a service elsewhere; `excluded` are options it has no meaning with. */
export function remoteOption(excluded: string[]): Option {
  return new Option("--remote", "as yourself, at the service where 'guesthouse login' signed you in")
    .default(false)
    .conflicts(excluded);
}

/** Names the service of `--remote`. */
export function authorityOption(): Option {
  return new Option("--authority <url>", "with --remote: which service, where you are signed in at several");
}
