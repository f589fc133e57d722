import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { FlowTexts, PageTexts } from "./rules/page-texts.ts";
import type { UserFlow } from "./rules/user-flow.ts";

type Flow = Pick<UserFlow, "tenantId" | "flowId">;

/** The texts of a flow in one language. */
export async function selectFlowTexts(
  handle: DatabaseHandle,
  { tenantId, flowId }: Flow,
  language: string,
): Promise<FlowTexts> {
  const rows = await handle
    .selectFrom("userFlowText")
    .select(["page", "texts"])
    .where("tenantId", "=", tenantId)
    .where("flowId", "=", flowId)
    .where("language", "=", language)
    .execute();
  return Object.fromEntries(rows.map(({ page, texts }) => [page, texts]));
}

/** Writes the texts of one page in place of those before; undefined: it has none. */
export async function writePageTexts(
  transaction: DatabaseTransaction,
  { tenantId, flowId }: Flow,
  { language, page }: { readonly language: string; readonly page: string },
  texts: PageTexts | undefined,
): Promise<void> {
  if (texts === undefined)
    await transaction
      .deleteFrom("userFlowText")
      .where("tenantId", "=", tenantId)
      .where("flowId", "=", flowId)
      .where("language", "=", language)
      .where("page", "=", page)
      .execute();
  else
    await transaction
      .insertInto("userFlowText")
      .values({ tenantId, flowId, language, page, texts: JSON.stringify(texts) })
      .onConflict((conflict) =>
        conflict
          .columns(["tenantId", "flowId", "language", "page"])
          .doUpdateSet({ texts: JSON.stringify(texts) }),
      )
      .execute();
}
