import {
  findAgreement,
  listAgreementFiles,
  readAgreementContent,
} from "../../../domain/agreements/find-agreements.ts";
import type { AgreementFile } from "../../../domain/agreements/rules/agreement.ts";
import { chooseFile } from "../../../domain/agreements/rules/choose-file.ts";
import type { Step } from "../../../domain/signin/rules/step.ts";
import { allowOwnFrame } from "../../shared/security-headers.ts";
import type { Html } from "../layout/html.ts";
import { acceptTermsPage } from "../views/accept-terms-page.ts";
import { addressOf } from "./consent-shown.ts";
import type { Journey } from "./journey.ts";
import type { Shown } from "./shown-step.ts";

export type TermsStep = Extract<Step, { readonly kind: "accept-terms" }>;

/** The page of an agreement, in the language of the pages where there is such a document. */
export async function presentTerms({ journey, step, form, notYouUrl }: Shown<TermsStep>): Promise<Html> {
  const { file, mustBeRead } = await termsOf(journey, step);
  const mustOpen = mustBeRead && !journey.transaction.facts.openedTerms?.includes(file.fileId);
  allowOwnFrame(journey.c);
  return acceptTermsPage({
    ...form,
    action: `${journey.path}/terms`,
    hidden: { document: file.fileId },
    address: addressOf(step.account.account),
    notYouUrl,
    mustOpen,
    document: {
      name: file.displayName,
      language: file.language,
      since: file.createdAt,
      url: `${journey.path}/terms/${file.fileId}`,
      text: mustOpen ? undefined : await textOf(journey, file),
    },
  });
}

/** The document of an agreement for this person, and whether it has to be opened before it is accepted. */
export async function termsOf(
  { machine, frame }: Pick<Journey, "machine" | "frame">,
  { agreementId, user: { tenantId } }: TermsStep,
): Promise<{ readonly file: AgreementFile; readonly mustBeRead: boolean }> {
  const [agreement, files] = await Promise.all([
    findAgreement(machine.database, tenantId, agreementId),
    listAgreementFiles(machine.database, { tenantId, agreementId }),
  ]);
  const file = chooseFile(files, frame.language);
  if (!agreement || !file) throw new Error("a policy demands an agreement that has a document");
  return { file, mustBeRead: agreement.mustBeRead };
}

async function textOf({ machine }: Journey, file: AgreementFile): Promise<string | undefined> {
  if (file.mediaType !== "text/plain") return undefined;
  const content = await readAgreementContent(machine.database, file.tenantId, file.fileId);
  return content?.toString("utf8");
}
