import { gunzipSync, gzipSync } from "node:zlib";
import type { MasterKey } from "../secrets/master-key.ts";

/** Packs and encrypts what a mail says: its links and codes are as good as keys, and a database dump must not show them. */
export function sealContent(masterKey: MasterKey, content: object): Buffer {
  return masterKey.encrypt("mail", gzipSync(JSON.stringify(content), { level: 1 }));
}

/** The content of `sealContent`; throws when it was changed or another master key is in use. */
export function openContent<Content>(masterKey: MasterKey, sealed: Buffer): Content {
  return JSON.parse(gunzipSync(masterKey.decrypt("mail", sealed)).toString("utf8"));
}
