import type { AttributeAssignment } from "../../domain/signup/rules/attribute-assignment.ts";
import type { ApplicationId } from "../../foundation/identifiers.ts";

/** By which people who were never invited sign up at an organisation of the demo. */
export interface DemoUserFlow {
  readonly name: string;
  /** The application it is linked to. */
  readonly applicationId: ApplicationId;
  readonly questions: readonly AttributeAssignment[];
}

export const supplierDeskId = "5d115000-91a2-4b4e-9b70-000000000015" as ApplicationId;

/** Linked to the Supplier Desk: anybody with an account at Fabrikam or a mailbox may try it. */
export const suppliers: DemoUserFlow = {
  name: "Suppliers",
  applicationId: supplierDeskId,
  questions: [
    question("GivenName", "First name"),
    question("Surname", "Last name"),
    { ...question("JobTitle", "Your position"), isRequired: false },
    {
      ...question("Country", "Country"),
      input: "dropdown",
      choices: ["Germany", "Japan", "Spain", "Sweden"].map((label) => ({
        label,
        value: label,
        isDefault: false,
      })),
    },
  ],
};

function question(attributeId: string, label: string): AttributeAssignment {
  return {
    attributeId,
    label,
    isRequired: true,
    requiresVerification: false,
    input: "text-box",
    choices: [],
  };
}
