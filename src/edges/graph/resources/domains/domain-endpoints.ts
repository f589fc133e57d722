import type { GraphEndpoint } from "../../graph-request.ts";
import type { domainOperations } from "./domain-operations.ts";
import {
  createDomainEndpoint,
  deleteDomainEndpoint,
  listDomainsEndpoint,
  readDomainEndpoint,
  updateDomainEndpoint,
} from "./domains-endpoint.ts";
import { listVerificationRecordsEndpoint, verifyDomainEndpoint } from "./verify-domain-endpoint.ts";

export const domainEndpoints: Record<keyof typeof domainOperations, GraphEndpoint> = {
  "GET /domains": listDomainsEndpoint,
  "POST /domains": createDomainEndpoint,
  "GET /domains/:id": readDomainEndpoint,
  "PATCH /domains/:id": updateDomainEndpoint,
  "DELETE /domains/:id": deleteDomainEndpoint,
  "GET /domains/:id/verificationDnsRecords": listVerificationRecordsEndpoint,
  "POST /domains/:id/verify": verifyDomainEndpoint,
};
