import type { AddToGroupRefusal } from "../../../../domain/directory/add-to-group.ts";
import type { GroupRelation } from "../../../../domain/directory/rules/directory-object.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";

/** The refusals of adding to a group, as clients know them. */
export function addToGroupError(
  refusal: AddToGroupRefusal,
  groupId: string,
  relation: GroupRelation,
): GraphError {
  const links = `${relation}s`;
  switch (refusal.code) {
    case "group-not-found":
      return notFound(groupId);
    case "object-not-found":
      return notFound(refusal.id);
    case "already-there":
      return badRequest(
        `One or more added object references already exist for the following modified properties: '${links}'.`,
        { code: "AlreadyThere", target: refusal.id, message: `This object is among the ${links} already.` },
      );
    case "object-unsuitable":
      return badRequest(`An object of this type cannot be one of the ${links} of a group.`, {
        code: "ObjectUnsuitable",
        target: refusal.id,
        message: "Only users and service principals can own a group.",
      });
    case "would-make-a-circle":
      return badRequest("The group would contain itself.", {
        code: "CircularMembership",
        target: refusal.id,
        message: "The group to add is this group, or contains it directly or through other groups.",
      });
  }
}
