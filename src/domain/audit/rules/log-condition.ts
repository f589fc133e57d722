/** What entries of the change log can be asked for, in the domain's own words. */
export type AuditProperties = {
  readonly eventId: "id";
  readonly occurredAt: "moment";
  readonly activity: "text";
  readonly result: "text";
  readonly actorKind: "text";
  readonly actorId: "id";
  readonly actorName: "text";
  readonly targetId: "id";
  readonly targetName: "text";
  readonly correlationId: "id";
};

/** What entries of the sign-in log can be asked for. */
export type SignInProperties = {
  readonly eventId: "id";
  readonly occurredAt: "moment";
  readonly userId: "id";
  readonly userName: "text";
  readonly userKind: "text";
  readonly applicationId: "id";
  readonly applicationName: "text";
  readonly resourceId: "id";
  readonly ipAddress: "text";
  readonly correlationId: "id";
  readonly errorCode: "number";
  readonly isInteractive: "flag";
};
