import {
  type AgreementProperties,
  addAgreement,
  type NewDocument,
} from "../../src/domain/agreements/save-agreement.ts";
import type { PeopleSet } from "../../src/domain/conditional-access/rules/conditional-access-policy.ts";
import { addPolicy } from "../../src/domain/conditional-access/save-policy.ts";
import type { AgreementId, TenantId } from "../../src/foundation/identifiers.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { conditionsFor } from "./conditional-access-policies.ts";
import { accepted, byOperator } from "./test-machine.ts";

/** A document as an administrator would add it. */
export function documentOf(text: string, language = "en", isDefault = true): NewDocument {
  const content = Buffer.from(text);
  return {
    language,
    isDefault,
    fileName: `house rules (${language}).txt`,
    displayName: "House rules",
    content,
  };
}

/** Terms in an organisation that some people have to accept before they come in. */
export async function demandTerms(
  machine: Machine,
  tenantId: TenantId,
  people: Partial<PeopleSet>,
  more: Partial<AgreementProperties> & { readonly documents?: readonly NewDocument[] } = {},
): Promise<AgreementId> {
  const agreement = accepted(
    await addAgreement(machine, byOperator, {
      ...{ tenantId, displayName: "House rules", mustBeRead: false },
      ...{ acceptAgainAfter: undefined, expiration: undefined },
      documents: [documentOf("Close the door behind you.")],
      ...more,
    }),
  );
  const { agreementId } = agreement;
  accepted(
    await addPolicy(machine, byOperator, {
      ...{ tenantId, displayName: "House rules first", state: "on" },
      conditions: conditionsFor(people),
      controls: { operator: "and", blocks: false, secondFactor: false, agreementIds: [agreementId] },
    }),
  );
  return agreementId;
}
