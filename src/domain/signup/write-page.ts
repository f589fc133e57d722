import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { changeFlow } from "./change-flow.ts";
import { forgetFlowTexts } from "./find-flow-texts.ts";
import { selectFlowTexts, writePageTexts } from "./flow-text-store.ts";
import type { PageTexts } from "./rules/page-texts.ts";
import type { UserFlow } from "./rules/user-flow.ts";

/** Has a page of a flow say these texts in one language, and our own words wherever there is none. */
export async function writePage(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly flow: UserFlow;
    readonly language: string;
    readonly page: string;
    readonly texts: PageTexts;
  },
): Promise<Result<undefined, { readonly code: "flow-not-found" }>> {
  const { flow, language, page } = input;
  const isEmpty =
    Object.keys(input.texts.strings).length === 0 && Object.keys(input.texts.attributes).length === 0;
  const texts = isEmpty ? undefined : input.texts;
  const outcome = await changeFlow<{ readonly code: "flow-not-found" }>(
    machine,
    circumstances,
    flow,
    async (transaction) => {
      const before = (await selectFlowTexts(transaction, flow, language))[page];
      await writePageTexts(transaction, flow, { language, page }, texts);
      return accept({ language, page, changed: { texts: { from: before ?? null, to: texts ?? null } } });
    },
  );
  forgetFlowTexts(machine.database);
  return outcome;
}
