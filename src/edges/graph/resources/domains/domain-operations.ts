import type { OperationTable } from "../../operation-table.ts";
import { domainChangesBody, newDomainBody } from "./domain-body.ts";

const changeDomains = ["Domain.ReadWrite.All"];
const readDomains = ["Domain.Read.All", ...changeDomains, "Directory.Read.All", "Directory.ReadWrite.All"];
const reading = { delegated: readDomains, application: readDomains };
const changing = { delegated: changeDomains, application: changeDomains };

export const domainOperations = {
  "GET /domains": { summary: "List domains, verified or not", ...reading },
  "POST /domains": { summary: "Add a domain, to be verified", ...changing, body: newDomainBody },
  "GET /domains/:id": { summary: "Read a domain by its name", ...reading },
  "PATCH /domains/:id": {
    summary: "Make a verified domain the default one",
    ...changing,
    body: domainChangesBody,
  },
  "DELETE /domains/:id": { summary: "Remove a domain that no user name is in", ...changing },
  "GET /domains/:id/verificationDnsRecords": {
    summary: "Read the TXT record that proves a domain",
    ...reading,
  },
  "POST /domains/:id/verify": { summary: "Look the TXT record up, and verify the domain by it", ...changing },
} as const satisfies OperationTable;
