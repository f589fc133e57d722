import type { FederatedProviderKind } from "../../directory/rules/external-identity.ts";
import type { Connector } from "../connector.ts";
import { guesthouseConnector } from "./guesthouse/guesthouse-connector.ts";
import { oauth2Connector } from "./oauth2/oauth2-connector.ts";
import { openIdConnectConnector } from "./openid-connect/openid-connect-connector.ts";
import { samlConnector } from "./saml/saml-connector.ts";
import { wsFederationConnector } from "./ws-federation/ws-federation-connector.ts";

/** Every kind of provider a tenant can add. */
export const allConnectors: Readonly<Record<FederatedProviderKind, Connector>> = {
  "openid-connect": openIdConnectConnector("openid-connect"),
  entra: openIdConnectConnector("entra"),
  google: openIdConnectConnector("google"),
  microsoft: openIdConnectConnector("microsoft"),
  linkedin: openIdConnectConnector("linkedin"),
  apple: openIdConnectConnector("apple"),
  facebook: oauth2Connector("facebook"),
  github: oauth2Connector("github"),
  saml: samlConnector,
  "ws-federation": wsFederationConnector,
  guesthouse: guesthouseConnector,
};
