import type { Database, DatabaseHandle } from "../../platform/database/database.ts";
import { recentAnswers } from "../../platform/database/recent-answers.ts";
import { selectFlowTexts } from "./flow-text-store.ts";
import type { FlowTexts } from "./rules/page-texts.ts";
import type { UserFlow } from "./rules/user-flow.ts";

const recent = recentAnswers<FlowTexts>(3);

/** What the pages of a flow say in one language in place of our own words. */
export async function findFlowTexts(
  handle: DatabaseHandle,
  flow: Pick<UserFlow, "tenantId" | "flowId">,
  language: string,
): Promise<FlowTexts> {
  const key = `${flow.tenantId} ${flow.flowId} ${language}`;
  return (await recent.get(handle, key, (asked) => selectFlowTexts(asked, flow, language))) ?? {};
}

/** To be called after every committed change of a flow's texts. */
export function forgetFlowTexts(database: Database): void {
  recent.forget(database);
}
