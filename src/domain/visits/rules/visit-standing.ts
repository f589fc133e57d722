/** Whether a member may be named to an organisation elsewhere: by the tenant's switch, and by their own word. */
export interface VisitStanding {
  readonly isAllowed: boolean;
  readonly isAgreed: boolean;
}
