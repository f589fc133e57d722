import {
  type RestoreRegistrationRefusal,
  restoreRegistration,
} from "../../../../domain/applications/restore-registration.ts";
import {
  type RestoreServicePrincipalRefusal,
  restoreServicePrincipal,
} from "../../../../domain/applications/restore-service-principal.ts";
import { restoreGroup } from "../../../../domain/directory/restore-group.ts";
import { type RestoreRefusal, restoreUser } from "../../../../domain/directory/restore-user.ts";
import { badRequest, type GraphError, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest } from "../../graph-request.ts";
import type { DeletedItem } from "./find-deleted-item.ts";

/** Brings a deleted object back, and answers how it is now. Throws what stands in its way. */
export async function restoreDeleted(request: GraphRequest, deleted: DeletedItem): Promise<DeletedItem> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  const by = circumstances(request);
  switch (deleted.kind) {
    case "group": {
      const { groupId } = deleted.group;
      const outcome = await restoreGroup(machine, by, { tenantId, groupId });
      if (!outcome.ok) throw notFound(groupId);
      return { kind: "group", group: outcome.value };
    }
    case "user": {
      const { userId } = deleted.user;
      const outcome = await restoreUser(machine, by, { tenantId, userId });
      if (!outcome.ok) throw userError(outcome.refusal, userId);
      return { kind: "user", user: outcome.value };
    }
    case "application": {
      const { objectId } = deleted.application;
      const outcome = await restoreRegistration(machine, by, { tenantId, objectId });
      if (!outcome.ok) throw registrationError(outcome.refusal, objectId);
      return { kind: "application", application: outcome.value };
    }
    case "service-principal": {
      const { servicePrincipalId } = deleted.found.servicePrincipal;
      const outcome = await restoreServicePrincipal(machine, by, { tenantId, servicePrincipalId });
      if (!outcome.ok) throw servicePrincipalError(outcome.refusal, servicePrincipalId);
      return { kind: "service-principal", found: outcome.value };
    }
  }
}

function userError(refusal: RestoreRefusal, userId: string): GraphError {
  if (refusal.code === "user-not-found") return notFound(userId);
  return conflict(
    refusal.code === "name-taken" ? "userPrincipalName" : "mail",
    `User ${refusal.heldBy} has it by now. Change it there, or delete that user, and restore again.`,
  );
}

function registrationError(refusal: RestoreRegistrationRefusal, objectId: string): GraphError {
  if (refusal.code === "application-not-found") return notFound(objectId);
  return conflict(
    "identifierUris",
    `Application ${refusal.heldBy} has one of them by now. Change it there, or delete that application, and restore again.`,
  );
}

function servicePrincipalError({ code }: RestoreServicePrincipalRefusal, id: string): GraphError {
  switch (code) {
    case "service-principal-not-found":
      return notFound(id);
    case "service-principal-exists":
      return conflict(
        "appId",
        "The application was let in again meanwhile. Delete its service principal of now, and restore again.",
      );
    case "application-deleted":
      return badRequest("The application of this service principal is deleted too.", {
        code: "ApplicationDeleted",
        target: "appId",
        message: "Its own organization restores the application first, under its object id.",
      });
  }
}

function conflict(property: string, message: string): GraphError {
  return badRequest(`Another object with the same value for property ${property} already exists.`, {
    code: "ObjectConflict",
    target: property,
    message,
  });
}
