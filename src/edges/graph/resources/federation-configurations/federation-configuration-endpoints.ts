import type { GraphEndpoint } from "../../graph-request.ts";
import {
  countGuestsOfFederationEndpoint,
  resetGuestsOfFederationEndpoint,
  testFederationEndpoint,
} from "./federation-care-endpoints.ts";
import type { federationConfigurationOperations } from "./federation-configuration-operations.ts";
import {
  createFederationConfigurationEndpoint,
  deleteFederationConfigurationEndpoint,
  listFederationConfigurationsEndpoint,
  readFederationConfigurationEndpoint,
  updateFederationConfigurationEndpoint,
} from "./federation-configurations-endpoint.ts";
import {
  addFederationDomainEndpoint,
  listFederationDomainsEndpoint,
  removeFederationDomainEndpoint,
} from "./federation-domains-endpoint.ts";

export const federationConfigurationEndpoints: Record<
  keyof typeof federationConfigurationOperations,
  GraphEndpoint
> = {
  "GET /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation":
    listFederationConfigurationsEndpoint,
  "POST /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation":
    createFederationConfigurationEndpoint,
  "GET /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation/:id":
    readFederationConfigurationEndpoint,
  "PATCH /directory/federationConfigurations/microsoft.graph.samlOrWsFedExternalDomainFederation/:id":
    updateFederationConfigurationEndpoint,
  "GET /directory/federationConfigurations/:id": readFederationConfigurationEndpoint,
  "DELETE /directory/federationConfigurations/:id": deleteFederationConfigurationEndpoint,
  "GET /directory/federationConfigurations/:id/affectedGuests/$count": countGuestsOfFederationEndpoint,
  "POST /directory/federationConfigurations/:id/resetGuests": resetGuestsOfFederationEndpoint,
  "POST /directory/federationConfigurations/:id/testConnection": testFederationEndpoint,
  "GET /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation":
    readFederationConfigurationEndpoint,
  "GET /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation/domains":
    listFederationDomainsEndpoint,
  "POST /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation/domains":
    addFederationDomainEndpoint,
  "DELETE /directory/federationConfigurations/:id/microsoft.graph.samlOrWsFedExternalDomainFederation/domains/:domain":
    removeFederationDomainEndpoint,
};
