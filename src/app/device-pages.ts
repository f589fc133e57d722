import type { Context } from "hono";
import type { Tenant } from "../domain/directory/rules/tenant.ts";
import type { PagePort } from "../edges/oidc/page-port.ts";
import { frameOf } from "../edges/pages/layout/frame-of.ts";
import { deviceCodePage } from "../edges/pages/views/device-code-page.ts";
import { deviceDonePage } from "../edges/pages/views/device-done-page.ts";
import { deviceMessage } from "../edges/pages/views/device-message.ts";
import type { Machine } from "../platform/machine.ts";

/** The pages of a sign-in on a device. */
export function devicePages(
  machine: Machine,
  tenantOf: (c: Context) => Promise<Tenant | undefined>,
): Pick<PagePort, "deviceMessage" | "showDeviceCode" | "showDeviceEnd"> {
  return {
    deviceMessage(c, view) {
      const uiLocales = c.req.query("mkt") ?? c.req.query("ui_locales");
      return deviceMessage({ uiLocales, acceptLanguage: c.req.header("accept-language") }, view);
    },
    showDeviceCode(c, { csrf, code, problem }) {
      const frame = frameOf(c, machine, undefined, { path: "/devicelogin" });
      const view = { frame, csrf, action: "/devicelogin", code, problem };
      return c.html(deviceCodePage(view), problem ? 400 : 200);
    },
    async showDeviceEnd(c, { applicationName, end }) {
      const frame = frameOf(c, machine, await tenantOf(c), { path: "/" });
      return c.html(deviceDonePage({ frame, application: { displayName: applicationName }, end }));
    },
  };
}
