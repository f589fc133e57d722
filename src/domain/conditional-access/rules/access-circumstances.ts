import type {
  AgreementId,
  ApplicationId,
  GroupId,
  NamedLocationId,
  TenantId,
} from "../../../foundation/identifiers.ts";
import type { DirectoryRole } from "../../directory/rules/directory-role.ts";
import type { User } from "../../directory/rules/user.ts";

/** Who comes, from where, to what. */
export interface AccessCircumstances {
  readonly user: Pick<User, "userId" | "kind" | "isExternal">;
  /** Where somebody from outside is at home, if that is an organisation we know. */
  readonly homeTenantId: TenantId | undefined;
  readonly groupIds: readonly GroupId[];
  readonly roles: readonly DirectoryRole[];
  /** The application that asks and those it wants to use; none for our own pages. */
  readonly applicationIds: readonly ApplicationId[];
  /** In this tenant, on the sign-in that is asked about. */
  readonly isSecondFactorProved: boolean;
  /** The terms that the person's acceptance holds for. */
  readonly acceptedAgreements: readonly AgreementId[];
  /** The named locations that the person's network is part of. */
  readonly places: readonly { readonly locationId: NamedLocationId; readonly isTrusted: boolean }[];
}
