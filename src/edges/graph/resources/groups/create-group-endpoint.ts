import { createGroup } from "../../../../domain/directory/create-group.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { readNewGroup } from "./group-body.ts";
import { addToGroupError } from "./group-errors.ts";
import { presentGroup } from "./group-properties.ts";
import { checkMayCreateGroups } from "./may-change-group.ts";

/** `POST /groups`: a security group, with its first members and owners. */
export async function createGroupEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayCreateGroups(caller);
  const body = readNewGroup(await readJsonObject(request));
  const { tenantId } = caller;
  const outcome = await createGroup(machine, circumstances(request), { tenantId, ...body });
  if (!outcome.ok) {
    const { refusal } = outcome;
    if (refusal.code === "group-exists") throw new Error("a new id was taken");
    const isMember = "id" in refusal && body.memberIds.includes(refusal.id);
    throw addToGroupError(refusal, "", isMember ? "member" : "owner");
  }
  const { publicUrl } = machine.configuration;
  const group = outcome.value;
  c.header("location", `${publicUrl}/v1.0/groups/${group.groupId}`);
  const context = odataContext(publicUrl, "groups", undefined, true);
  return graphJson(c, { "@odata.context": context, ...presentGroup(group, undefined) }, 201);
}
