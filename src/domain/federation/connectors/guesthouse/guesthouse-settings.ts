import { z } from "zod";
import { mayBeCalled } from "../rules/may-be-called.ts";

/** `https://guests.fabrikam.example/fabrikam.example`: a deployment, and an organisation of it by domain or id. */
const organisationAddress = z
  .url()
  .max(500)
  .refine(mayBeCalled, "must be https")
  .refine((text) => {
    const { search, hash, username, password, pathname } = new URL(text);
    return `${search}${hash}${username}${password}` === "" && /^\/[^/]+\/?$/.test(pathname);
  }, "must be the deployment's address and, after one slash, the organisation's domain or id");

/** What an administrator says about a partner on another deployment, and what was found there. */
export const guesthouseSettings = z.strictObject({
  address: organisationAddress,
  /** Found, not typed. */
  issuer: z.string().optional(),
  organisationId: z.string().optional(),
  publishedDomains: z.array(z.string()).optional(),
});

/** What an organisation publishes about itself. */
export const publishedOrganisation = z.object({
  id: z.guid().toLowerCase(),
  display_name: z.string(),
  domains: z.array(z.string().max(253)).max(1000),
});
