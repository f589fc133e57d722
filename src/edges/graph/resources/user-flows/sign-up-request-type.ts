import { issuerName } from "../../../../domain/directory/rules/issuer-name.ts";
import type { RequestProperties, SignUpRequest } from "../../../../domain/signup/rules/sign-up-request.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { wireMoment } from "../../graph-response.ts";
import type { ResourceType } from "../../odata/resource-type.ts";
import { wireFlowId } from "./addressed-flow.ts";

const wireStates: Record<SignUpRequest["state"], string> = {
  pending: "pendingApproval",
  approved: "approved",
  denied: "denied",
};

/**
 * Requests to sign up by a flow, on the wire. What people said of themselves stands sealed, so that nothing can be
 * asked of it.
 */
export function signUpRequestType(flow: UserFlow): ResourceType<SignUpRequest, RequestProperties> {
  return {
    name: "signUpRequest",
    collection: `identity/b2xUserFlows('${wireFlowId(flow)}')/signUpRequests`,
    properties: {
      id: {
        ...{ read: ({ requestId }) => requestId, isDefault: true },
        filter: { type: "id", property: "requestId" },
      },
      userFlowId: { read: () => wireFlowId(flow), isDefault: true },
      status: {
        ...{ read: ({ state }) => wireStates[state], isDefault: true },
        filter: {
          ...{ type: "word", property: "state" },
          words: { pendingapproval: "pending", approved: "approved", denied: "denied" },
        },
      },
      createdDateTime: {
        ...{ read: ({ askedAt }) => wireMoment(askedAt), isDefault: true },
        filter: { type: "moment", property: "askedAt" },
        order: { property: "askedAt" },
      },
      expirationDateTime: {
        ...{ read: ({ expiresAt }) => wireMoment(expiresAt), isDefault: true },
        filter: { type: "moment", property: "expiresAt" },
      },
      appId: {
        ...{ read: ({ applicationId }) => applicationId, isDefault: true },
        filter: { type: "id", property: "applicationId" },
      },
      email: { read: ({ asking }) => asking.address, isDefault: true },
      displayName: { read: ({ asking }) => asking.displayName, isDefault: true },
      identity: {
        read: ({ asking: { identity } }) => ({
          issuer: issuerName(identity),
          issuerAssignedId: identity.subject,
        }),
        isDefault: true,
      },
      answers: {
        read: ({ asking }) => asking.answers.map(({ label, answer }) => ({ name: label, value: answer })),
        isDefault: true,
      },
      decidedDateTime: {
        read: ({ decision }) => (decision ? wireMoment(decision.decidedAt) : null),
        isDefault: true,
      },
      decidedBy: { read: ({ decision }) => decision?.decidedBy ?? null, isDefault: true },
      reason: { read: ({ decision }) => decision?.reason ?? null, isDefault: true },
    },
  };
}
