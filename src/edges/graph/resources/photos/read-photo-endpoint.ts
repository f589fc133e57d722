import { GraphError } from "../../graph-error.ts";
import type { GraphEndpoint } from "../../graph-request.ts";
import type { GraphOperation } from "../../permissions.ts";
import { findAddressedUser } from "../users/find-addressed-user.ts";
import { viewOf } from "../users/user-view.ts";

/**
 * No photos are kept here. Applications that show one ask for it at every turn and put initials in its place when
 * there is none, as long as they are told so in the way they know.
 */
export function photoEndpoint(operation: GraphOperation): GraphEndpoint {
  return async (request) => {
    const user = await findAddressedUser(request, operation);
    viewOf(request.caller, user, operation);
    throw noPhoto();
  };
}

/** The same for the person who calls. */
export const myPhotoEndpoint: GraphEndpoint = async () => {
  throw noPhoto();
};

function noPhoto(): GraphError {
  return new GraphError(404, "ImageNotFound", "The photo wasn't found.", [
    { code: "NoPhotos", message: "Photos of people are not kept here. Show their initials instead." },
  ]);
}
