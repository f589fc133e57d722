import { z } from "zod";

const keptSignIn = z.object({
  /** The issuer: the service's address, then the organisation. */
  issuer: z.url(),
  clientId: z.string(),
  /** The file of a certificate authority that the service's certificate comes from, where it is not a public one. */
  authorityFile: z.string().optional(),
  person: z.object({
    displayName: z.string(),
    userName: z.string(),
    userId: z.string(),
    tenantId: z.string(),
  }),
  accessToken: z.string(),
  accessTokenExpiresAt: z.iso.datetime(),
  refreshToken: z.string(),
});

/** A person's sign-in at a service, as it is kept between commands. */
export type KeptSignIn = z.infer<typeof keptSignIn>;

/** Reads what a file holds; undefined for what was not written by us. */
export function parseKeptSignIn(text: string): KeptSignIn | undefined {
  try {
    return keptSignIn.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The service's own address. */
export function originOf({ issuer }: Pick<KeptSignIn, "issuer">): string {
  return new URL(issuer).origin;
}
