import { verifyDomain } from "../../../../domain/directory/verify-domain.ts";
import { denied } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import { listFew, showOne } from "../../odata/list-few.ts";
import { domainError } from "./domain-errors.ts";
import { addressedDomain, checkMayChangeDomains } from "./domains-endpoint.ts";
import { presentDomain } from "./present-domain.ts";

/** `GET /domains/{name}/verificationDnsRecords`; none where nothing had to be proved. */
export async function listVerificationRecordsEndpoint(request: GraphRequest): Promise<Response> {
  const { caller } = request;
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read how domains are proved." });
  const { name, verificationText } = await addressedDomain(request);
  const record = {
    "@odata.type": "#microsoft.graph.domainDnsTxtRecord",
    id: "txt",
    isOptional: false,
    label: name,
    recordType: "Txt",
    supportedService: "Email",
    ttl: 3600,
    text: verificationText,
  };
  const records = verificationText === undefined ? [] : [record];
  return listFew(request, `domains('${name}')/verificationDnsRecords`, records);
}

/** `POST /domains/{name}/verify`. */
export async function verifyDomainEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayChangeDomains(caller);
  const { name } = await addressedDomain(request);
  const { tenantId } = caller;
  const outcome = await verifyDomain(machine, circumstances(request), { tenantId, name });
  if (!outcome.ok) throw domainError(outcome.refusal, name);
  return showOne(request, "domains", presentDomain(outcome.value));
}
