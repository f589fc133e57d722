import type { OperationTable } from "../../operation-table.ts";
import { ownerCasts } from "../directory-objects/owner-casts.ts";
import { relatedOperations } from "../directory-objects/related-operations.ts";
import { applicationBody, applicationChangesBody } from "./application-body.ts";
import { federatedCredentialBody, federatedCredentialChangesBody } from "./federated-credential-body.ts";
import { addPasswordBody, removePasswordBody } from "./password-body.ts";

const change = ["Application.ReadWrite.All"];
const read = ["Application.Read.All", ...change, "Directory.Read.All", "Directory.ReadWrite.All"];
const reading = { delegated: read, application: [...read, "Application.ReadWrite.OwnedBy"] };
const changing = { delegated: change, application: [...change, "Application.ReadWrite.OwnedBy"] };
const credentials = "/applications/:id/federatedIdentityCredentials";

export const applicationOperations = {
  "GET /applications": { summary: "List registrations", ...reading },
  "GET /applications/$count": { summary: "Count registrations", ...reading },
  "POST /applications": { summary: "Register an application", ...changing, body: applicationBody },
  "GET /applications/delta": { summary: "Follow changes of registrations", ...reading },
  "GET /applications/:id": { summary: "Read a registration", ...reading },
  "PATCH /applications/:id": {
    summary: "Change a registration",
    ...changing,
    body: applicationChangesBody,
  },
  "DELETE /applications/:id": { summary: "Delete a registration", ...changing },
  "POST /applications/:id/addPassword": {
    summary: "Make a client secret; only this answer shows it",
    ...changing,
    body: addPasswordBody,
  },
  "POST /applications/:id/removePassword": {
    summary: "Remove a client secret",
    ...changing,
    body: removePasswordBody,
  },
  "POST /applications/:id/addKey": { summary: "Refused: PATCH keyCredentials instead", ...changing },
  "POST /applications/:id/removeKey": { summary: "Refused: PATCH keyCredentials instead", ...changing },
  ...relatedOperations("/applications/:id/owners", ownerCasts, "who owns a registration", reading),
  "POST /applications/:id/owners/$ref": { summary: "Add an owner", ...changing },
  "DELETE /applications/:id/owners/:ownerId/$ref": { summary: "Remove an owner", ...changing },
  [`GET ${credentials}`]: { summary: "List whose tokens stand for a secret", ...reading },
  [`POST ${credentials}`]: {
    summary: "Take another issuer's tokens instead of a secret",
    ...changing,
    body: federatedCredentialBody,
  },
  [`GET ${credentials}/:credentialId`]: { summary: "Read a federated credential", ...reading },
  [`PATCH ${credentials}/:credentialId`]: {
    summary: "Change a federated credential",
    ...changing,
    body: federatedCredentialChangesBody,
  },
  [`DELETE ${credentials}/:credentialId`]: { summary: "Remove a federated credential", ...changing },
} as const satisfies OperationTable;
