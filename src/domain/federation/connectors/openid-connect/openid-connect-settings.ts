import { z } from "zod";
import { mayBeCalled } from "../rules/may-be-called.ts";

const clientId = z.string().trim().min(1).max(256);

/** Only https is spoken to providers; plain http is for one on this very machine. */
const providerUrl = z
  .url()
  .max(1000)
  .refine(mayBeCalled, "must be https")
  .refine((text) => {
    const { search, hash, username, password } = new URL(text);
    return `${search}${hash}${username}${password}` === "";
  }, "must have no query, fragment or user name");

/** A claim's name in the ID token. */
const claimName = z.string().trim().min(1).max(100);

/** What an administrator says about an OpenID provider of their partner. */
export const openIdConnectSettings = z.strictObject({
  /** The issuer, or the address of its discovery document. */
  discoveryUrl: providerUrl,
  clientId,
  scope: z
    .string()
    .default("openid profile email")
    .refine((text) => text.split(" ").includes("openid"), "must contain openid"),
  /** The provider gives no `email_verified`, and the administrator knows that it checks addresses. */
  addressesAreVerified: z.boolean().default(false),
  claims: z
    .strictObject({
      subject: claimName.default("sub"),
      email: claimName.default("email"),
      emailVerified: claimName.default("email_verified"),
      name: claimName.default("name"),
    })
    .prefault({}),
});

/** A preset needs only the client that was registered at the provider. */
export const clientSettings = z.strictObject({ clientId });

/** One directory of Microsoft Entra, by its id: the directory is part of who somebody is there. */
export const entraSettings = z.strictObject({ clientId, directoryId: z.guid().toLowerCase() });

/** A services id of Apple, with the team and the key that its secrets are signed with. */
export const appleSettings = z.strictObject({
  clientId,
  teamId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{10}$/, "must be the ten characters of the team"),
  keyId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{10}$/, "must be the ten characters of the key"),
});

export type OpenIdConnectSettings = z.infer<typeof openIdConnectSettings>;
