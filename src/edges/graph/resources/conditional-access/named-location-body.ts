import { z } from "zod";
import { isNetwork } from "../../../../platform/networks/network.ts";

const mostRanges = 2000;

/** The schema says which property is wrong; the type, which is an annotation, is looked at before. */
const properties = {
  displayName: z.string().trim().min(1).max(256),
  isTrusted: z.boolean(),
  ipRanges: z
    .array(
      z.strictObject({
        cidrAddress: z
          .string()
          .refine(isNetwork, "is a network in CIDR notation, such as 203.0.113.0/24 or 2001:db8::/32"),
      }),
    )
    .min(1)
    .max(mostRanges),
};

/** The body of `PATCH /identity/conditionalAccess/namedLocations/{id}`. */
export const locationChangesBody = z.strictObject(properties).partial();

/** The body of `POST /identity/conditionalAccess/namedLocations`. */
export const newLocationBody = z.strictObject({ ...properties, isTrusted: z.boolean().default(false) });
