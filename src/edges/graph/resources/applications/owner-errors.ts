import type { OwnerRefusal } from "../../../../domain/applications/change-owners.ts";
import type { ServicePrincipalOwnerRefusal } from "../../../../domain/applications/change-service-principal-owners.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";

type Code = OwnerRefusal["code"] | ServicePrincipalOwnerRefusal["code"];

const errors: Record<Code, (ownerId: string) => GraphError> = {
  "application-not-found": () => notFound("application"),
  "service-principal-not-found": () => notFound("service principal"),
  "built-in": () => badRequest("Graph is built in: nobody owns it."),
  "owner-not-found": notFound,
  "owner-exists": () =>
    badRequest(
      "One or more added object references already exist for the following modified properties: 'owners'.",
    ),
  "too-many-owners": () => badRequest("An application has at most 100 owners."),
};

/** Why somebody did not become an owner, or is none, as the wire says it. */
export function ownerError({ code }: { readonly code: Code }, ownerId: string): GraphError {
  return errors[code](ownerId);
}
