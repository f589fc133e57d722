import { largestDocumentBytes } from "../../../../domain/agreements/rules/agreement.ts";
import type { SaveAgreementRefusal } from "../../../../domain/agreements/save-agreement.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";

const messages: Readonly<
  Record<
    Exclude<SaveAgreementRefusal["code"], "agreement-not-found">,
    readonly [target: string, message: string]
  >
> = {
  "too-many-agreements": ["id", "There are as many terms of use as there may be. Delete some first."],
  "too-many-languages": ["files", "There are documents in as many languages as there may be."],
  "default-document-missing": ["files", "Exactly one document is the default one (isDefault)."],
  "language-twice": ["files/language", "There is one document for each language."],
  "document-too-large": [
    "files/fileData",
    `A document has at most ${largestDocumentBytes / 1024} KB. Save a PDF with smaller pictures.`,
  ],
  "document-unreadable": ["files/fileData", "A document is a PDF, or plain text in UTF-8."],
};

/** Why terms of use cannot be kept like this. */
export function agreementError({ code }: SaveAgreementRefusal, id: string): GraphError {
  if (code === "agreement-not-found") return notFound(id);
  const [target, message] = messages[code];
  return badRequest(`Invalid value specified for property '${target}' of resource 'agreement'.`, {
    code,
    target,
    message,
  });
}
