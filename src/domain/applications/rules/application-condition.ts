import type { Condition } from "../../../foundation/condition.ts";

/** What registrations can be asked for, in the domain's own words. */
export type ApplicationProperties = {
  readonly objectId: "id";
  readonly applicationId: "id";
  readonly displayName: "text";
  readonly description: "text";
  readonly audience: "text";
  readonly identifierUris: "list";
  readonly tags: "list";
  readonly createdAt: "moment";
  readonly deletedAt: "moment";
};

export type ApplicationCondition = Condition<ApplicationProperties>;
