import { listAgreementFiles, readAgreementContent } from "../../../../domain/agreements/find-agreements.ts";
import type { Agreement, AgreementFile } from "../../../../domain/agreements/rules/agreement.ts";
import { addDocument } from "../../../../domain/agreements/save-agreement.ts";
import { notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readBody } from "../../read-body.ts";
import { checkMayManagePolicies, checkMayReadPolicies } from "../conditional-access/may-manage-policies.ts";
import { addressedAgreement } from "./addressed-agreement.ts";
import { newFileBody } from "./agreement-body.ts";
import { agreementError } from "./agreement-errors.ts";
import { documentOf } from "./agreements-endpoint.ts";
import { presentFile } from "./present-agreement.ts";

/** `GET …/agreements/{id}/file`: the default document. */
export async function readDefaultFileEndpoint(request: GraphRequest): Promise<Response> {
  const { agreement, files } = await readableFiles(request);
  const file = files.find(({ isCurrent, isDefault }) => isCurrent && isDefault);
  if (!file) throw new Error("terms of use have a default document");
  return showOne(request, `${contextOf(agreement)}/file`, presentFile(file));
}

/** `GET …/agreements/{id}/files` and `GET …/agreements/{id}/file/localizations`. */
export async function listFilesEndpoint(request: GraphRequest): Promise<Response> {
  const { agreement, files } = await readableFiles(request);
  return listFew(
    request,
    `${contextOf(agreement)}/files`,
    files.filter(({ isCurrent }) => isCurrent).map(presentFile),
  );
}

/** `GET …/agreements/{id}/files/{id}`: with what it says, and also of former versions. */
export async function readFileEndpoint(request: GraphRequest): Promise<Response> {
  const { agreement, files } = await readableFiles(request);
  const asked = (request.c.req.param("fileId") ?? "").toLowerCase();
  const file = files.find(({ fileId }) => fileId === asked);
  const content =
    file && (await readAgreementContent(request.machine.database, agreement.tenantId, file.fileId));
  if (!file || !content) throw notFound(asked.slice(0, 100));
  const fileData = { data: content.toString("base64") };
  return showOne(request, `${contextOf(agreement)}/files`, { ...presentFile(file), fileData });
}

/** `POST …/agreements/{id}/files`. */
export async function addFileEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  checkMayManagePolicies(request.caller);
  const agreement = await addressedAgreement(request);
  const body = readBody(newFileBody, await readJsonObject(request), {
    resource: "agreementFileLocalization",
  });
  const outcome = await addDocument(machine, circumstances(request), agreement, {
    ...documentOf(body, agreement.displayName),
    isMajor: body.isMajorVersion,
  });
  if (!outcome.ok) throw agreementError(outcome.refusal, agreement.agreementId);
  const context = odataContext(
    machine.configuration.publicUrl,
    `${contextOf(agreement)}/files`,
    undefined,
    true,
  );
  return graphJson(c, { "@odata.context": context, ...presentFile(outcome.value) }, 201);
}

async function readableFiles(
  request: GraphRequest,
): Promise<{ readonly agreement: Agreement; readonly files: readonly AgreementFile[] }> {
  checkMayReadPolicies(request.caller);
  const agreement = await addressedAgreement(request);
  return { agreement, files: await listAgreementFiles(request.machine.database, agreement) };
}

function contextOf({ agreementId }: Agreement): string {
  return `identityGovernance/termsOfUse/agreements('${agreementId}')`;
}
