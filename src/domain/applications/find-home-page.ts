import type { ApplicationId, TenantId, UserId } from "../../foundation/identifiers.ts";
import type { DatabaseHandle } from "../../platform/database/database.ts";
import { listApplications, listApplicationsForUser } from "./list-applications.ts";
import type { ApplicationInTenant } from "./rules/application.ts";

/** An application's registered page, where people begin. */
export interface HomePage {
  readonly applicationId: ApplicationId;
  readonly url: string;
}

/** The application of a tenant that somebody outside names, by its id or by its home page as it is registered. */
export async function findNamedHomePage(
  handle: DatabaseHandle,
  tenantId: TenantId,
  named: string,
): Promise<HomePage | undefined> {
  if (named === "") return undefined;
  const pages = (await listApplications(handle, tenantId)).flatMap(homePageOf);
  return pages.find(({ applicationId, url }) => applicationId === named.toLowerCase() || url === named);
}

/** The home page of an application, where a person may open it. */
export async function findHomePageForUser(
  handle: DatabaseHandle,
  user: { readonly tenantId: TenantId; readonly userId: UserId },
  applicationId: ApplicationId,
): Promise<HomePage | undefined> {
  const pages = (await listApplicationsForUser(handle, user.tenantId, user.userId)).flatMap(homePageOf);
  return pages.find((page) => page.applicationId === applicationId);
}

function homePageOf({ application }: ApplicationInTenant): readonly HomePage[] {
  const { applicationId, homePageUrl } = application;
  return homePageUrl === undefined ? [] : [{ applicationId, url: homePageUrl }];
}
