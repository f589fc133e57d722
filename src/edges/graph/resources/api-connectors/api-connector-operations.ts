import type { OperationTable } from "../../operation-table.ts";
import {
  apiConnectorChangesBody,
  clientCertificateBody,
  newApiConnectorBody,
  sampleBody,
} from "./api-connector-body.ts";

const read = ["APIConnectors.Read.All", "APIConnectors.ReadWrite.All"];
const write = ["APIConnectors.ReadWrite.All"];
const reading = { delegated: read, application: read };
const writing = { delegated: write, application: write };

export const apiConnectorOperations = {
  "GET /identity/apiConnectors": { summary: "List the APIs that sign-ups ask", ...reading },
  "POST /identity/apiConnectors": {
    summary: "Describe an API that sign-ups may ask",
    ...writing,
    body: newApiConnectorBody,
  },
  "GET /identity/apiConnectors/:id": { summary: "Read where an API is and how it knows us", ...reading },
  "PATCH /identity/apiConnectors/:id": {
    summary: "Change where an API is and how it knows us",
    ...writing,
    body: apiConnectorChangesBody,
  },
  "DELETE /identity/apiConnectors/:id": { summary: "Have sign-ups ask an API no more", ...writing },
  "POST /identity/apiConnectors/:id/uploadClientCertificate": {
    summary: "Add a certificate by which an API knows us",
    ...writing,
    body: clientCertificateBody,
  },
  "POST /identity/apiConnectors/:id/sendSample": {
    summary: "Ask an API about an invented person, to see what it answers",
    ...writing,
    body: sampleBody,
  },
  "GET /identity/apiConnectors/:id/calls": {
    summary: "Read the last calls of an API, with what was asked and answered",
    ...reading,
  },
} as const satisfies OperationTable;
