import type { Application } from "../../../domain/applications/rules/application.ts";

/** Where an application ends its own session of a person (OpenID Connect Front-Channel Logout 1.0 section 2). */
export function frontChannelAddress(
  { logoutUrl }: Pick<Application, "logoutUrl">,
  session: { readonly issuer: string; readonly sid: string },
): string | undefined {
  if (logoutUrl === undefined || !/^https?:\/\//.test(logoutUrl) || !URL.canParse(logoutUrl))
    return undefined;
  const address = new URL(logoutUrl);
  address.searchParams.set("iss", session.issuer);
  address.searchParams.set("sid", session.sid);
  return address.href;
}
