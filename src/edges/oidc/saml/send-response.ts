import type { Context } from "hono";
import type { PagePort } from "../page-port.ts";
import type { SamlPlan } from "./saml-plan.ts";

/** Sends a response to a verified address by a form that posts itself (SAML Bindings section 3.5.4). */
export function sendResponse(
  c: Context,
  pages: PagePort,
  { assertionConsumerUrl, relayState }: Pick<SamlPlan, "assertionConsumerUrl" | "relayState">,
  xml: string,
  applicationName: string,
): Response | Promise<Response> {
  c.header("cache-control", "no-store");
  return pages.showFormPost(c, {
    redirectUri: assertionConsumerUrl,
    fields: {
      SAMLResponse: Buffer.from(xml).toString("base64"),
      ...(relayState === undefined ? {} : { RelayState: relayState }),
    },
    applicationName,
  });
}
