import { readFile, stat } from "node:fs/promises";
import { StartRefused } from "../../../foundation/start-refused.ts";

/** The operating system's user a server process runs as; undefined: the user Guesthouse itself runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so a Guesthouse that is root runs it under an id of its own. The id belongs
 * to nobody: it lies in the range that Linux distributions and systemd leave unassigned.
 */
const dedicatedUser: ServerUser = { uid: 60_947, gid: 60_947 };

/** Who runs the server of this cluster directory (which need not exist yet). */
export async function chooseServerUser(cluster: string): Promise<ServerUser | undefined> {
  const ownUid = process.getuid?.();
  if (ownUid === undefined) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (ownUid === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : dedicatedUser;
  if (owner && owner.uid !== ownUid) {
    throw new StartRefused(
      "data-directory-not-ours",
      `${cluster} belongs to the user with id ${owner.uid}, and Guesthouse runs as the user with id ${ownUid}.\n` +
        "  Start it as the user who started it before, or give it another GUESTHOUSE_DATA_DIR.",
    );
  }
  return undefined;
}

/**
 * A user that initdb accepts: it insists on a name for the id it runs as, which `dedicatedUser` has not.
 */
export async function findNamedUser(): Promise<ServerUser> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const users = passwd
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0 && user.gid > 0);
  for (const name of ["postgres", "bin", "daemon", "nobody"]) {
    const user = users.find((candidate) => candidate.name === name);
    if (user) return { uid: user.uid, gid: user.gid };
  }
  throw new StartRefused(
    "no-unprivileged-user",
    "PostgreSQL wants to be set up by a user who has a name and is not root; /etc/passwd names none of postgres,\n" +
      "  bin, daemon and nobody. Add one, start Guesthouse as a user with a name, or set DATABASE_URL.",
  );
}
