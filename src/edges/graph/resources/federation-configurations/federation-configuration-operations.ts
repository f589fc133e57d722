import type { OperationTable } from "../../operation-table.ts";
import { resetGuestsBody } from "../identity-providers/identity-provider-body.ts";
import {
  externalDomainBody,
  federationConfigurationBody,
  federationConfigurationChangesBody,
} from "./federation-configuration-body.ts";

const write = ["IdentityProvider.ReadWrite.All"];
const read = ["Domain.Read.All", "Domain.ReadWrite.All", "IdentityProvider.Read.All", ...write];
const reading = { delegated: read, application: read };
const writing = { delegated: write, application: write };

export const federationConfigurationOperations = {
  "GET /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation": {
    summary: "List the SAML and WS-Federation providers of partners",
    ...reading,
  },
  "POST /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation": {
    summary: "Trust a partner's SAML or WS-Federation provider",
    ...writing,
    body: federationConfigurationBody,
  },
  "GET /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation/:id": {
    summary: "Read a SAML or WS-Federation provider",
    ...reading,
  },
  "PATCH /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation/:id": {
    summary: "Change a SAML or WS-Federation provider; answers with what it is now",
    ...writing,
    body: federationConfigurationChangesBody,
  },
  "GET /directory/federationConfigurations/:id": {
    summary: "Read a SAML or WS-Federation provider",
    ...reading,
  },
  "DELETE /directory/federationConfigurations/:id": {
    summary: "Trust a SAML or WS-Federation provider no more",
    ...writing,
  },
  "GET /directory/federationConfigurations/:id/affectedGuests/$count": {
    summary: "Extension: count the guests who could not sign in any more without a provider",
    ...reading,
  },
  "POST /directory/federationConfigurations/:id/resetGuests": {
    summary: "Extension: let all guests of a provider accept anew; takes `User.ReadWrite.All`, too",
    ...writing,
    body: resetGuestsBody,
  },
  "POST /directory/federationConfigurations/:id/testConnection": {
    summary: "Extension: test a provider, and get a link to try a sign-in with it",
    ...writing,
  },
  "GET /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation": {
    summary: "Read a SAML or WS-Federation provider",
    ...reading,
  },
  "GET /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation/domains": {
    summary: "List the domains that a SAML or WS-Federation provider vouches for",
    ...reading,
  },
  "POST /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation/domains":
    {
      summary: "Let a SAML or WS-Federation provider vouch for a domain",
      ...writing,
      body: externalDomainBody,
    },
  "DELETE /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation/domains/:domain":
    { summary: "Let a SAML or WS-Federation provider vouch for a domain no more", ...writing },
} as const satisfies OperationTable;
