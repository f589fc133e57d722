import type { OperationTable } from "../../operation-table.ts";
import { ownerCasts } from "../directory-objects/owner-casts.ts";
import { relatedOperations } from "../directory-objects/related-operations.ts";
import { servicePrincipalBody, servicePrincipalChangesBody } from "./service-principal-body.ts";

const change = ["Application.ReadWrite.All"];
const read = ["Application.Read.All", ...change, "Directory.Read.All", "Directory.ReadWrite.All"];
const reading = { delegated: read, application: [...read, "Application.ReadWrite.OwnedBy"] };
const changing = { delegated: change, application: [...change, "Application.ReadWrite.OwnedBy"] };

const refused = "Refused: credentials belong to registrations";

export const servicePrincipalOperations = {
  "GET /servicePrincipals": { summary: "List the applications used here", ...reading },
  "GET /servicePrincipals/$count": { summary: "Count the applications used here", ...reading },
  "POST /servicePrincipals": {
    summary: "Let an application be used here",
    ...changing,
    body: servicePrincipalBody,
  },
  "GET /servicePrincipals/delta": {
    summary: "Follow changes of the applications used here",
    ...reading,
  },
  "GET /servicePrincipals/:id": { summary: "Read how an application is used here", ...reading },
  "PATCH /servicePrincipals/:id": {
    summary: "Change how an application is used here",
    ...changing,
    body: servicePrincipalChangesBody,
  },
  "DELETE /servicePrincipals/:id": { summary: "End the use of an application here", ...changing },
  ...relatedOperations(
    "/servicePrincipals/:id/owners",
    ownerCasts,
    "who manages how an application is used here",
    reading,
  ),
  "POST /servicePrincipals/:id/owners/$ref": {
    summary: "Let somebody manage how an application is used here",
    ...changing,
  },
  "DELETE /servicePrincipals/:id/owners/:ownerId/$ref": {
    summary: "Let somebody manage it no longer",
    ...changing,
  },
  "POST /servicePrincipals/:id/addPassword": { summary: refused, ...changing },
  "POST /servicePrincipals/:id/removePassword": { summary: refused, ...changing },
  "POST /servicePrincipals/:id/addKey": { summary: refused, ...changing },
  "POST /servicePrincipals/:id/removeKey": { summary: refused, ...changing },
} as const satisfies OperationTable;
