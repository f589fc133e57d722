import { findOfferedApplication } from "../../../domain/applications/find-application.ts";
import type { Application } from "../../../domain/applications/rules/application.ts";
import { requestOfPurpose } from "../../../domain/signin/rules/sign-in-facts.ts";
import type { Journey } from "./journey.ts";

/** The application that a journey is for, if it is for one. */
export async function askingApplication({ machine, transaction }: Journey): Promise<Application | undefined> {
  const request = requestOfPurpose(transaction.facts.purpose);
  if (!request) return undefined;
  const { tenantId, applicationId } = request;
  return (await findOfferedApplication(machine.database, tenantId, applicationId))?.application;
}
