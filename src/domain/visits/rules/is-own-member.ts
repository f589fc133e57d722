import type { User } from "../../directory/rules/user.ts";

/** Whom a tenant vouches for: its own people. Guests have a home of their own, and so has everybody who signs in elsewhere. */
export function isOwnMember({ kind, isExternal }: Pick<User, "kind" | "isExternal">): boolean {
  return kind === "member" && !isExternal;
}
