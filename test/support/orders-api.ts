import { addCertificate } from "../../src/domain/applications/add-certificate.ts";
import { addClientSecret } from "../../src/domain/applications/add-client-secret.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { graphApplicationId } from "../../src/domain/applications/rules/graph-permissions.ts";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { agreeForEverybody } from "./agree-for-everybody.ts";
import { type ClientCertificate, clientCertificate } from "./client-certificate.ts";
import type { HouseForClients } from "./house-for-clients.ts";
import { accepted, byOperator } from "./test-machine.ts";

/** The scope with which Tender Room calls the API for somebody. */
export const ordersScope = "api://orders.contoso.example/Orders.Read";

export interface OrdersApi {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly certificate: ClientCertificate;
}

/** An API of Contoso, which Tender Room may call for everybody, and which itself may read who calls from Graph. */
export async function addOrdersApi({ machine, contoso }: HouseForClients): Promise<OrdersApi> {
  const { tenantId } = contoso;
  const registered = accepted(
    await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Orders API",
      redirectUris: [],
      identifierUris: ["api://orders.contoso.example"],
      exposedScopes: [{ value: "Orders.Read", displayName: "Read orders", consentBy: "user" }],
    }),
  );
  const { applicationId } = registered.application;
  const clientSecret = "a-secret-of-the-orders-api";
  const secret = { tenantId, applicationId, lifetimeDays: 1, secret: clientSecret };
  accepted(await addClientSecret(machine, byOperator, secret));
  const certificate = await clientCertificate(new Date());
  const { objectId } = registered.application;
  accepted(await addCertificate(machine, byOperator, { tenantId, objectId, certificate: certificate.der }));
  const agreements = [
    {
      client: application(contoso, "Tender Room").clientId,
      resource: applicationId,
      scopes: ["Orders.Read"],
    },
    { client: applicationId, resource: graphApplicationId, scopes: ["User.Read"] },
  ];
  for (const agreed of agreements) await agreeForEverybody(machine, tenantId, agreed);
  return { clientId: applicationId, clientSecret, certificate };
}
