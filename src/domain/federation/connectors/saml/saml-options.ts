import { z } from "zod";

/** How a request goes to a provider (SAML Bindings sections 3.4 and 3.5). */
export type RequestBinding = "redirect" | "post";

const options = {
  /** How requests go to the provider; left out: as its metadata says, by redirect where it takes both. */
  requestBinding: z.enum(["redirect", "post"]).nullish(),
  /** Whether requests are signed; left out: where its metadata wants them so. */
  signRequests: z.boolean().nullish(),
};

/** What an administrator may say of a SAML provider beside what every provider that signs assertions has. */
export const typedSamlOptions = z.object(options);

/** The same as it is stored. */
export const samlOptions = z.object({
  requestBinding: z.enum(["redirect", "post"]).default("redirect"),
  signRequests: z.boolean().default(false),
});
