import type { z } from "zod";
import { listAgreements } from "../../../../domain/agreements/find-agreements.ts";
import {
  addAgreement,
  changeAgreement,
  type NewDocument,
} from "../../../../domain/agreements/save-agreement.ts";
import { deleteUnaskedAgreement } from "../../../../domain/conditional-access/delete-agreement.ts";
import { GraphError } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { odataContext } from "../../odata/page.ts";
import { readBody } from "../../read-body.ts";
import { checkMayManagePolicies, checkMayReadPolicies } from "../conditional-access/may-manage-policies.ts";
import { addressedAgreement } from "./addressed-agreement.ts";
import { agreementChangesBody, newAgreementBody, type newFileBody } from "./agreement-body.ts";
import { agreementError } from "./agreement-errors.ts";
import { presentAgreement } from "./present-agreement.ts";

const collection = "identityGovernance/termsOfUse/agreements";

/** `GET /identityGovernance/termsOfUse/agreements`. */
export async function listAgreementsEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadPolicies(request.caller);
  const agreements = await listAgreements(request.machine.database, request.caller.tenantId);
  return listFew(request, collection, agreements.map(presentAgreement));
}

/** `GET …/agreements/{id}`. */
export async function readAgreementEndpoint(request: GraphRequest): Promise<Response> {
  checkMayReadPolicies(request.caller);
  return showOne(request, collection, presentAgreement(await addressedAgreement(request)));
}

/** `POST /identityGovernance/termsOfUse/agreements`. */
export async function createAgreementEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManagePolicies(caller);
  const body = readBody(newAgreementBody, await readJsonObject(request), { resource: "agreement" });
  const { displayName, termsExpiration, userReacceptRequiredFrequency } = body;
  const outcome = await addAgreement(machine, circumstances(request), {
    tenantId: caller.tenantId,
    displayName,
    mustBeRead: body.isViewingBeforeAcceptanceRequired,
    acceptAgainAfter: userReacceptRequiredFrequency ?? undefined,
    expiration: termsExpiration
      ? {
          startsAt: new Date(termsExpiration.startDateTime).toISOString(),
          every: termsExpiration.frequency ?? undefined,
        }
      : undefined,
    documents: (body.files ?? body.file?.localizations ?? []).map((file) => documentOf(file, displayName)),
  });
  if (!outcome.ok) throw agreementError(outcome.refusal, "");
  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/${collection}/${outcome.value.agreementId}`);
  const context = odataContext(publicUrl, collection, undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentAgreement(outcome.value) }, 201);
}

/** `PATCH …/agreements/{id}`. */
export async function updateAgreementEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  checkMayManagePolicies(request.caller);
  const agreement = await addressedAgreement(request);
  const { displayName, isViewingBeforeAcceptanceRequired: mustBeRead } = readBody(
    agreementChangesBody,
    await readJsonObject(request),
    { resource: "agreement" },
  );
  const outcome = await changeAgreement(machine, circumstances(request), agreement, {
    ...(displayName !== undefined && { displayName }),
    ...(mustBeRead !== undefined && { mustBeRead }),
  });
  if (!outcome.ok) throw agreementError(outcome.refusal, agreement.agreementId);
  return c.body(null, 204);
}

/** `DELETE …/agreements/{id}`: not while a policy asks for them, since nobody could fulfil it any more. */
export async function deleteAgreementEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  checkMayManagePolicies(request.caller);
  const agreement = await addressedAgreement(request);
  const outcome = await deleteUnaskedAgreement(machine, circumstances(request), agreement);
  if (!outcome.ok)
    throw new GraphError(409, "Request_Conflict", "A policy asks for these terms of use.", [
      {
        code: "AgreementInUse",
        message: `Take them out of the policy '${outcome.refusal.policyName}' first.`,
      },
    ]);
  return c.body(null, 204);
}

/** A document of a body; one without a name of its own is called as its agreement is. */
export function documentOf(
  file: Omit<z.output<typeof newFileBody>, "isMajorVersion">,
  nameOfAgreement: string,
): NewDocument {
  const { fileName, displayName = nameOfAgreement, language, isDefault, fileData } = file;
  return { fileName, displayName, language, isDefault, content: fileData.data };
}
