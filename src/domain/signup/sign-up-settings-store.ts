import type { ApplicationId, TenantId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle, DatabaseTransaction } from "../../platform/database/database.ts";
import type { SignUpSettings } from "./rules/sign-up-settings.ts";

/** A tenant's settings; nobody signs up where none were made. */
export async function selectSignUpSettings(
  handle: DatabaseHandle,
  tenantId: TenantId,
): Promise<SignUpSettings> {
  const row = await handle
    .selectFrom("signUpSettings")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .executeTakeFirst();
  return {
    isEnabled: row?.isEnabled ?? false,
    extensionsApplicationId: row?.extensionsApplicationId ?? undefined,
  };
}

export async function upsertIsEnabled(
  transaction: DatabaseTransaction,
  tenantId: TenantId,
  isEnabled: boolean,
): Promise<void> {
  await transaction
    .insertInto("signUpSettings")
    .values({ tenantId, isEnabled })
    .onConflict((conflict) => conflict.column("tenantId").doUpdateSet({ isEnabled }))
    .execute();
}

/** Remembers the extensions application unless there is one; returns the one that counts. */
export async function keepExtensionsApplication(
  handle: DatabaseHandle,
  tenantId: TenantId,
  extensionsApplicationId: ApplicationId,
): Promise<ApplicationId> {
  const row = await handle
    .insertInto("signUpSettings")
    .values({ tenantId, extensionsApplicationId })
    .onConflict((conflict) =>
      conflict.column("tenantId").doUpdateSet((expression) => ({
        extensionsApplicationId: expression.fn.coalesce(
          "signUpSettings.extensionsApplicationId",
          "excluded.extensionsApplicationId",
        ),
      })),
    )
    .returning("extensionsApplicationId")
    .executeTakeFirstOrThrow();
  return row.extensionsApplicationId ?? extensionsApplicationId;
}
