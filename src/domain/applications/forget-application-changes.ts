import type { Database } from "../../platform/database/database.ts";
import { forgetAppRoles } from "./find-app-roles.ts";
import { forgetApplications } from "./find-application.ts";
import { forgetClientCredentials } from "./find-client-credentials.ts";
import { forgetGrantedScopes } from "./find-granted-scopes.ts";

/** To be called after an application or its presence in a tenant went or came back, with all that hangs on it. */
export function forgetApplicationChanges(database: Database): void {
  forgetApplications(database);
  forgetAppRoles(database);
  forgetClientCredentials(database);
  forgetGrantedScopes(database);
}
