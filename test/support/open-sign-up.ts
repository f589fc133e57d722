import { findApplicationInTenant } from "../../src/domain/applications/find-application.ts";
import { askAttribute } from "../../src/domain/signup/ask-attributes.ts";
import { createUserFlow } from "../../src/domain/signup/create-user-flow.ts";
import { findUserFlow, findUserFlowByName } from "../../src/domain/signup/find-user-flow.ts";
import { linkToFlow } from "../../src/domain/signup/link-to-flow.ts";
import type { AttributeAssignment } from "../../src/domain/signup/rules/attribute-assignment.ts";
import type { PageTexts } from "../../src/domain/signup/rules/page-texts.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import { switchSignUp } from "../../src/domain/signup/switch-sign-up.ts";
import { type FlowChanges, updateUserFlow } from "../../src/domain/signup/update-user-flow.ts";
import { writePage } from "../../src/domain/signup/write-page.ts";
import type { ApplicationId, TenantId, UserId } from "../../src/foundation/identifiers.ts";
import { accepted, byOperator, type TestMachine } from "./test-machine.ts";

/** Switches sign-up on and links a flow of this name to an application; one that is there already is changed. */
export async function openSignUp(
  machine: TestMachine,
  input: {
    readonly tenantId: TenantId;
    readonly applicationId: string;
    readonly name: string;
    readonly changes?: FlowChanges;
  },
): Promise<UserFlow> {
  const { tenantId, name, changes = {} } = input;
  const applicationId = input.applicationId as ApplicationId;
  await switchSignUp(machine, byOperator, { tenantId, isEnabled: true });
  const flow =
    (await findUserFlowByName(machine.database, tenantId, name)) ??
    accepted(await createUserFlow(machine, byOperator, { tenantId, name }));
  accepted(await updateUserFlow(machine, byOperator, { flow, changes }));
  const application = await findApplicationInTenant(machine.database, tenantId, applicationId);
  const id = application?.servicePrincipal.servicePrincipalId;
  if (id && !flow.applications.includes(id))
    accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "application", id } }));
  return freshFlow(machine, flow);
}

/** A question that a flow asks; whatever is not said is as in Graph. */
export async function askIn(
  machine: TestMachine,
  flow: UserFlow,
  asked: Partial<AttributeAssignment> & Pick<AttributeAssignment, "attributeId">,
): Promise<void> {
  const usual = { label: asked.attributeId, isRequired: true, requiresVerification: false, choices: [] };
  const assignment: AttributeAssignment = { ...usual, input: "text-box", ...asked };
  accepted(await askAttribute(machine, byOperator, { flow, assignment }));
}

/** The flow as it is now. */
export async function freshFlow(machine: TestMachine, { tenantId, flowId }: UserFlow): Promise<UserFlow> {
  const flow = await findUserFlow(machine.database, tenantId, flowId);
  if (!flow) throw new Error("the flow is gone");
  return flow;
}

/** Has members decide about whoever signs up by a flow. */
export async function requireApproval(
  machine: TestMachine,
  flow: UserFlow,
  approvers: readonly UserId[],
): Promise<UserFlow> {
  for (const id of approvers)
    accepted(await linkToFlow(machine, byOperator, { flow, part: { kind: "approving-user", id } }));
  const changes = { requiresApproval: true };
  accepted(await updateUserFlow(machine, byOperator, { flow: await freshFlow(machine, flow), changes }));
  return freshFlow(machine, flow);
}

/** Has a page of a flow say something in other words in one language. */
export async function sayIn(
  machine: TestMachine,
  flow: UserFlow,
  [language, page]: readonly [language: string, page: string],
  texts: Partial<PageTexts>,
): Promise<void> {
  const complete = { strings: {}, attributes: {}, ...texts };
  accepted(await writePage(machine, byOperator, { flow, language, page, texts: complete }));
}
