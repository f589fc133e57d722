import { z } from "zod";
import { anyId } from "../applications/application-parts-body.ts";

/** The body that assigns a role. */
export const assignmentBody = z.strictObject({ principalId: anyId, resourceId: anyId, appRoleId: anyId });
