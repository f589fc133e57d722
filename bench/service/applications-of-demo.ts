import type { DemoDescription } from "../../test/support/start-guesthouse.ts";

/** An application of the demo's first organisation that has a secret. */
export interface DemoClient {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Finds an application of Contoso by its name. */
export function demoClient(demo: DemoDescription, displayName: string): DemoClient {
  const tenant = demo.tenants[0];
  const application = tenant?.applications.find((one) => one.displayName === displayName);
  if (!tenant || !application?.clientSecret) throw new Error(`the demo has no ${displayName} with a secret`);
  return {
    tenantId: tenant.tenantId,
    clientId: application.clientId,
    clientSecret: application.clientSecret,
  };
}

/** The form by which the automation client asks for a token for Graph. */
export function automationForm(demo: DemoDescription): { tokenPath: string; form: Record<string, string> } {
  const { tenantId, clientId, clientSecret } = demoClient(demo, "Contoso automation");
  return {
    tokenPath: `/${tenantId}/oauth2/v2.0/token`,
    form: {
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: "https://graph.microsoft.com/.default",
    },
  };
}

/** An access token of the automation client for Graph. */
export async function automationToken(publicUrl: string, demo: DemoDescription): Promise<string> {
  const { tokenPath, form } = automationForm(demo);
  const response = await fetch(publicUrl + tokenPath, { method: "POST", body: new URLSearchParams(form) });
  const answer = (await response.json()) as { access_token?: string };
  if (!answer.access_token) throw new Error(`no token for the automation client: ${JSON.stringify(answer)}`);
  return answer.access_token;
}
