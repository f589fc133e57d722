import { findOwner } from "../../../../domain/applications/change-owners.ts";
import type { ApplicationOwner } from "../../../../domain/applications/rules/application-owner.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { referencedId } from "../../odata/referenced-id.ts";

/** Who owns something that is being made: whoever makes it, where they do, and those its body names; throws 400. */
export async function ownersOfNew(
  { machine, caller }: GraphRequest,
  maker: ApplicationOwner | undefined,
  references: readonly string[],
): Promise<readonly ApplicationOwner[]> {
  const owners = new Map<string, ApplicationOwner>(maker ? [[maker.id, maker]] : []);
  for (const reference of references) {
    const id = parseGuid<ApplicationOwner["id"]>(referencedId(reference) ?? "");
    const owner = id && (await findOwner(machine.database, caller.tenantId, id));
    if (!owner)
      throw badRequest("A resource of 'owners@odata.bind' does not exist.", {
        code: "UnknownReference",
        target: "owners@odata.bind",
        message: `There is no user and no service principal ${reference.slice(0, 200)}.`,
      });
    owners.set(owner.id, owner);
  }
  return [...owners.values()];
}
