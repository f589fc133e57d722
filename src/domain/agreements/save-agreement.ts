import type { AgreementFileId, AgreementId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type Activity, recordEvent } from "../audit/record-event.ts";
import { lockTenant } from "../directory/lock-tenant.ts";
import {
  deleteAgreement,
  insertFile,
  selectAgreements,
  selectFiles,
  upsertAgreement,
} from "./agreement-store.ts";
import {
  type Agreement,
  type AgreementFile,
  largestDocumentBytes,
  mostAgreements,
  mostLanguages,
} from "./rules/agreement.ts";
import { mediaTypeOf } from "./rules/media-type-of.ts";

/** What of an agreement an administrator decides. */
export type AgreementProperties = Pick<
  Agreement,
  "displayName" | "mustBeRead" | "acceptAgainAfter" | "expiration"
>;

/** A document to add. */
export interface NewDocument {
  readonly language: string;
  readonly isDefault: boolean;
  readonly fileName: string;
  readonly displayName: string;
  readonly content: Buffer;
}

export type SaveAgreementRefusal = {
  readonly code:
    | "too-many-agreements"
    | "too-many-languages"
    | "agreement-not-found"
    | "default-document-missing"
    | "language-twice"
    | "document-too-large"
    | "document-unreadable";
};

/** Adds an agreement with its documents, one of which is for whoever reads none of the others' languages. */
export async function addAgreement(
  machine: Machine,
  circumstances: Circumstances,
  input: AgreementProperties & { readonly tenantId: TenantId; readonly documents: readonly NewDocument[] },
): Promise<Result<Agreement, SaveAgreementRefusal>> {
  const { documents, tenantId, ...properties } = input;
  const flaw = documents.map(flawOf).find((found) => found) ?? flawOfSet(documents);
  if (flaw) return refuse(flaw);
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, tenantId);
    if ((await selectAgreements(transaction, tenantId)).length >= mostAgreements)
      return refuse({ code: "too-many-agreements" });
    const createdAt = machine.clock();
    const agreementId = newIdentifier<AgreementId>();
    const agreement = {
      ...{ tenantId, agreementId, ...properties },
      ...{ majorVersion: 1, createdAt, changedAt: undefined },
    };
    await upsertAgreement(transaction, agreement);
    for (const document of documents)
      await insertFile(
        transaction,
        fileOf(agreement, { ...document, isMajor: true }, createdAt),
        document.content,
      );
    await record(transaction, createdAt, circumstances, "agreement-added", agreement);
    return accept(agreement);
  });
}

/** Changes what is not in the documents. Acceptances that were given keep the end they were given. */
export async function changeAgreement(
  machine: Machine,
  circumstances: Circumstances,
  target: Pick<Agreement, "tenantId" | "agreementId">,
  changes: Partial<AgreementProperties>,
): Promise<Result<Agreement, SaveAgreementRefusal>> {
  return change(machine, circumstances, target, async (_transaction, before) => ({ ...before, ...changes }));
}

/** Adds a document in a new language, or a new version of one; with `isMajor` everybody is asked anew. */
export async function addDocument(
  machine: Machine,
  circumstances: Circumstances,
  target: Pick<Agreement, "tenantId" | "agreementId">,
  document: NewDocument & { readonly isMajor: boolean },
): Promise<Result<AgreementFile, SaveAgreementRefusal>> {
  const flaw = flawOf(document);
  if (flaw) return refuse(flaw);
  let added: AgreementFile | undefined;
  const changed = await change(machine, circumstances, target, async (transaction, before) => {
    const files = await selectFiles(transaction, before.tenantId, [before.agreementId]);
    const languages = new Set(files.map(({ language }) => language)).add(document.language);
    if (languages.size > mostLanguages) return { code: "too-many-languages" };
    // Whatever takes the place of the default document is the default one.
    const isDefault =
      document.isDefault ||
      files.some((file) => file.isCurrent && file.isDefault && file.language === document.language);
    added = fileOf(before, { ...document, isDefault }, machine.clock());
    await insertFile(transaction, added, document.content);
    return { ...before, majorVersion: before.majorVersion + (document.isMajor ? 1 : 0) };
  });
  if (!changed.ok) return changed;
  if (!added) throw new Error("a change that was made added the document");
  return accept(added);
}

/** Takes an agreement away, with what was said to it, as a part of a transaction that made sure nobody asks for it. */
export async function removeAgreement(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  agreement: Agreement,
): Promise<void> {
  await deleteAgreement(transaction, agreement.tenantId, agreement.agreementId);
  await record(transaction, now, circumstances, "agreement-removed", agreement);
}

function change(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, agreementId }: Pick<Agreement, "tenantId" | "agreementId">,
  make: (transaction: DatabaseTransaction, before: Agreement) => Promise<Agreement | SaveAgreementRefusal>,
): Promise<Result<Agreement, SaveAgreementRefusal>> {
  return machine.database.transaction().execute(async (transaction) => {
    await lockTenant(transaction, tenantId);
    const before = (await selectAgreements(transaction, tenantId)).find(
      (one) => one.agreementId === agreementId,
    );
    if (!before) return refuse({ code: "agreement-not-found" });
    const made = await make(transaction, before);
    if ("code" in made) return refuse(made);
    const changedAt = machine.clock();
    const after = { ...made, changedAt };
    await upsertAgreement(transaction, after);
    await record(transaction, changedAt, circumstances, "agreement-changed", after);
    return accept(after);
  });
}

function flawOf({ content }: Pick<NewDocument, "content">): SaveAgreementRefusal | undefined {
  if (content.length > largestDocumentBytes) return { code: "document-too-large" };
  return mediaTypeOf(content) ? undefined : { code: "document-unreadable" };
}

function flawOfSet(documents: readonly NewDocument[]): SaveAgreementRefusal | undefined {
  if (documents.length > mostLanguages) return { code: "too-many-languages" };
  if (new Set(documents.map(({ language }) => language)).size < documents.length)
    return { code: "language-twice" };
  return documents.filter(({ isDefault }) => isDefault).length === 1
    ? undefined
    : { code: "default-document-missing" };
}

function fileOf(
  { tenantId, agreementId }: Agreement,
  { content, ...document }: NewDocument & { readonly isMajor: boolean },
  createdAt: Date,
): AgreementFile {
  const mediaType = mediaTypeOf(content);
  if (!mediaType) throw new Error("the document was looked at before");
  const fileId = newIdentifier<AgreementFileId>();
  return { tenantId, agreementId, fileId, ...document, isCurrent: true, mediaType, createdAt };
}

async function record(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  activity: Activity,
  { tenantId, agreementId, displayName, majorVersion }: Agreement,
): Promise<void> {
  await recordEvent(transaction, now, circumstances, {
    ...{ tenantId, activity, result: "success" },
    target: { kind: "agreement", id: agreementId, name: displayName },
    details: { majorVersion },
  });
}
