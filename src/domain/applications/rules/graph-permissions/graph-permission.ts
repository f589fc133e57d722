/** One thing that can be permitted over Graph; without `roleId` only on behalf of a person. */
export interface GraphPermission {
  readonly value: string;
  /** Well-known ids: of the delegated scope and of the application's role. */
  readonly scopeId?: string;
  readonly roleId?: string;
  readonly consentBy: "user" | "admin";
  /** For the person who consents. */
  readonly displayName: string;
  readonly description: string;
}
