import type { ApplicationId } from "../../../foundation/identifiers.ts";

/** Whether people sign up by themselves at a tenant. */
export interface SignUpSettings {
  /** Without it no flow is offered, whatever it is linked to. */
  readonly isEnabled: boolean;
  /** Its client id is in the names of the tenant's custom attributes; undefined until the first was made. */
  readonly extensionsApplicationId: ApplicationId | undefined;
}
