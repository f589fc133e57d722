import { html } from "hono/html";
import type { Html } from "../layout/html.ts";
import type { PlainMessageKey, Translator } from "../words/words.ts";

/** One thing an application may do, as far as a page tells it. */
export interface ShownPermission {
  /** Of the directory itself; well-known ones are explained in the page's language. */
  readonly scope?: string | undefined;
  /** What the owner of any other permission says about it. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** The application it is about, where that is not the directory itself. */
  readonly resource?: string | undefined;
  /** Another application that does it, where that is not the one that asks. */
  readonly by?: string | undefined;
}

const explainedScopes: Readonly<Record<string, PlainMessageKey>> = {
  openid: "consent.openid",
  profile: "consent.profile",
  email: "consent.email",
  offline_access: "consent.offline-access",
  "User.Read": "consent.user-read",
  "User.ReadBasic.All": "consent.user-read-basic-all",
  "User.Read.All": "consent.user-read-all",
  "User.Invite.All": "consent.user-invite-all",
};

/** A permission in plain words: our own sentence for what we know, else the resource's own under its name. */
export function permissionWords(t: Translator, permission: ShownPermission): Html {
  const { scope, title, description, resource, by } = permission;
  const known = resource === undefined && scope !== undefined ? explainedScopes[scope] : undefined;
  const notes = [
    resource !== undefined && t.rich("consent.at-resource", { resource }),
    !known && description && html`<bdi>${description}</bdi>`,
    by !== undefined && t.rich("consent.by-part", { application: by }),
  ].filter((note) => note !== false && note !== undefined && note !== "");
  const name = known ? html`${t(known)}` : html`<bdi>${title || scope}</bdi>`;
  return notes.length === 0
    ? name
    : html`${name}<br><span class="row-note">${notes.map((note, index) => html`${index > 0 && " "}${note}`)}</span>`;
}
