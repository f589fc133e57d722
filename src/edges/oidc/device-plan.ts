import { z } from "zod";
import type { AuthorizationRequest } from "../../domain/signin/rules/authorization-request.ts";

/** Which device waits for the journey's end; stored with the journey in the place of an answer plan. */
const devicePlanSchema = z.object({
  /** Digest of its code, in hexadecimal. */
  deviceCodeHash: z.string(),
  scope: z.string(),
});

export type DevicePlan = z.infer<typeof devicePlanSchema>;

/** The plan of a journey that a device waits for; undefined where an application waits at its redirect URI. */
export function readDevicePlan(answer: AuthorizationRequest["answer"]): DevicePlan | undefined {
  return devicePlanSchema.safeParse(answer).data;
}
