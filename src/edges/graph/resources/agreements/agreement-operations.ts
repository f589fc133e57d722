import type { OperationTable } from "../../operation-table.ts";
import { agreementChangesBody, newAgreementBody, newFileBody } from "./agreement-body.ts";

const read = ["Agreement.Read.All", "Agreement.ReadWrite.All"];
const write = ["Agreement.ReadWrite.All"];
const reading = { delegated: read, application: read };
const writing = { delegated: write, application: write };
const readAcceptances = ["AgreementAcceptance.Read.All"];

export const agreementOperations = {
  "GET /identityGovernance/termsOfUse/agreements": { summary: "List the terms of use", ...reading },
  "POST /identityGovernance/termsOfUse/agreements": {
    summary: "Add terms of use with their documents",
    ...writing,
    body: newAgreementBody,
  },
  "GET /identityGovernance/termsOfUse/agreements/:id": { summary: "Read terms of use", ...reading },
  "PATCH /identityGovernance/termsOfUse/agreements/:id": {
    summary: "Rename terms of use, or have them opened before they are accepted",
    ...writing,
    body: agreementChangesBody,
  },
  "DELETE /identityGovernance/termsOfUse/agreements/:id": {
    summary: "Take terms of use away with all acceptances, unless a rule asks for them",
    ...writing,
  },
  "GET /identityGovernance/termsOfUse/agreements/:id/file": {
    summary: "Read the document for whoever reads none of the other languages",
    ...reading,
  },
  "GET /identityGovernance/termsOfUse/agreements/:id/file/localizations": {
    summary: "List the documents that count now, one a language",
    ...reading,
  },
  "GET /identityGovernance/termsOfUse/agreements/:id/files": {
    summary: "List the documents that count now, one a language",
    ...reading,
  },
  "POST /identityGovernance/termsOfUse/agreements/:id/files": {
    summary: "Add a document in a further language, or a new version of one",
    ...writing,
    body: newFileBody,
  },
  "GET /identityGovernance/termsOfUse/agreements/:id/files/:fileId": {
    summary: "Read one document, former versions too, with what it says",
    ...reading,
  },
  "GET /identityGovernance/termsOfUse/agreements/:id/acceptances": {
    summary: "List who accepted or declined terms of use, the newest first",
    delegated: readAcceptances,
    application: readAcceptances,
  },
  "GET /users/:id/agreementAcceptances": {
    summary: "List what terms of use a user accepted or declined, the newest first",
    delegated: readAcceptances,
    own: ["AgreementAcceptance.Read"],
    application: readAcceptances,
  },
} as const satisfies OperationTable;
