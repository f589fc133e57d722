import type { Frame } from "../../src/edges/pages/layout/frame.ts";
import type { Html } from "../../src/edges/pages/layout/html.ts";
import { confirmDevicePage } from "../../src/edges/pages/views/confirm-device-page.ts";
import { deviceCodePage } from "../../src/edges/pages/views/device-code-page.ts";
import { deviceDonePage } from "../../src/edges/pages/views/device-done-page.ts";

const application = { displayName: "Tender Room for terminals" };

/** The pages of a sign-in on a device, in their states. */
export function sampleDevicePages(frame: Frame): Record<string, Html> {
  const form = { csrf: "csrf", action: "/devicelogin" };
  const noOrganisation = { ...frame, organisation: undefined };
  return {
    "device-code": deviceCodePage({ ...form, frame: noOrganisation }),
    "device-code-error": deviceCodePage({
      ...form,
      frame: noOrganisation,
      code: "WDJB-MJHX",
      problem: { code: "user-code-unknown" },
    }),
    "confirm-device": confirmDevicePage({
      ...form,
      frame,
      address: "bert@fabrikam.example",
      notYouUrl: "/another",
      application,
      askedFrom: "203.0.113.17",
      askedAt: new Date("2026-11-23T09:15:00Z"),
    }),
    "device-approved": deviceDonePage({ frame, application, end: "approved" }),
    "device-declined": deviceDonePage({ frame, application, end: "declined" }),
    "device-too-late": deviceDonePage({ frame, application, end: "too-late" }),
  };
}
