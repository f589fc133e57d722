import type { DatabaseHandle } from "../../platform/database/database.ts";
import { listAttributes } from "./find-attributes.ts";
import type { SignUpQuestion } from "./rules/sign-up-offer.ts";
import type { UserFlow } from "./rules/user-flow.ts";

/** What a flow asks, in its order. */
export async function findQuestions(
  handle: DatabaseHandle,
  { tenantId, attributes: asked }: Pick<UserFlow, "tenantId" | "attributes">,
): Promise<SignUpQuestion[]> {
  const attributes = await listAttributes(handle, tenantId);
  return asked.flatMap((one) => {
    const attribute = attributes.find(({ attributeId }) => attributeId === one.attributeId);
    if (!attribute) return [];
    const { dataType, description, origin } = attribute;
    return [{ ...one, dataType, description: origin === "custom" ? description : "", origin }];
  });
}
