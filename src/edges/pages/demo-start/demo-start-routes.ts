import { Hono } from "hono";
import type { Machine } from "../../../platform/machine.ts";
import { frameOf } from "../layout/frame-of.ts";
import { type DemoStartView, demoStartPage } from "../views/demo-start-page.ts";

/** The start page of the demo: what to try, and as whom. */
export function demoStartRoutes(machine: Machine, organisations: DemoStartView["organisations"]): Hono {
  return new Hono().get("/", (c) =>
    c.html(
      demoStartPage({
        frame: frameOf(c, machine, undefined),
        links: {
          invite: "/invite",
          mailbox: "/mailbox",
          tester: "/tester",
          myApps: "/myapps",
          graph: `${machine.configuration.publicUrl}/v1.0`,
        },
        organisations,
      }),
    ),
  );
}
