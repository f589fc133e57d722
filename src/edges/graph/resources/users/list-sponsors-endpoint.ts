import { findGroup } from "../../../../domain/directory/find-groups.ts";
import { findUser, sponsorsOf } from "../../../../domain/directory/find-user.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { parseQuery } from "../../odata/parse-query.ts";
import { presentGroup } from "../groups/group-properties.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { presentUsers } from "./present-user.ts";
import { viewOf } from "./user-view.ts";

/** `GET /users/{id}/sponsors`: at most five users and groups, all on one page. */
export async function listSponsorsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const guest = await findAddressedUser(request, "GET /users/:id/sponsors");
  viewOf(caller, guest, "GET /users/:id/sponsors");
  parseQuery(c.req.url, c.req.header("consistencylevel"));
  const sponsors = await sponsorsOf(machine.database, tenantId, guest.userId);

  const value: object[] = [];
  for (const sponsor of sponsors) {
    if (sponsor.kind === "group") {
      const group = await findGroup(machine.database, tenantId, sponsor.id);
      if (group) value.push({ "@odata.type": "#microsoft.graph.group", ...presentGroup(group, undefined) });
      continue;
    }
    const user = await findUser(machine.database, tenantId, sponsor.id);
    if (!user) continue;
    // Who may only read themselves gets type and id: it is known that there is somebody, and not who.
    const view = seesOthers(request) ? viewOf(caller, user, "GET /users/:id") : new Set(["id"]);
    const [shown] = await presentUsers(machine, tenantId, [{ user, view }], undefined);
    value.push({ "@odata.type": "#microsoft.graph.user", ...shown });
  }
  const context = odataContext(machine.configuration.publicUrl, "directoryObjects");
  return graphJson(c, { "@odata.context": context, value });
}

function seesOthers({ caller }: GraphRequest): boolean {
  return caller.kind === "application" || caller.access === "everybody";
}
