import { listProviders } from "../../../../domain/federation/find-provider.ts";
import { readCollaborationSettings } from "../../../../domain/policies/read-collaboration-settings.ts";
import { linkToFlow, unlinkFromFlow } from "../../../../domain/signup/link-to-flow.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { type FlowChanges, updateUserFlow } from "../../../../domain/signup/update-user-flow.ts";
import type { ProviderId } from "../../../../foundation/identifiers.ts";
import { badRequest, notFound } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { listFew } from "../../odata/list-few.ts";
import { presentFederationConfiguration } from "../federation-configurations/present-federation-configuration.ts";
import { protocolOfKind } from "../federation-configurations/protocol-of-kind.ts";
import {
  isNamed,
  presentBuiltIns,
  presentIdentityProvider,
} from "../identity-providers/present-identity-provider.ts";
import { addressedFlow, wireFlowId } from "./addressed-flow.ts";
import { lastSegment } from "./last-segment.ts";
import { userFlowError } from "./user-flow-errors.ts";

/** A way to prove an identity: one that every organisation has, or a provider of its own. */
type FlowWay = { readonly builtIn: BuiltInWay } | { readonly providerId: ProviderId };

type BuiltInWay = "organisations" | "email-code";

const builtInWays: Readonly<Record<string, BuiltInWay>> = {
  "aadsignup-oauth": "organisations",
  "emailotpsignup-oauth": "email-code",
};

/** `GET …/identityProviders`, also called `userFlowIdentityProviders`. */
export async function listFlowProvidersEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  const flow = await addressedFlow(request);
  const providers = await listProviders(machine.database, caller.tenantId);
  const [organisations, emailCode] = presentBuiltIns({ emailCodeEnabled: true });
  return listFew(request, `identity/b2xUserFlows('${wireFlowId(flow)}')/identityProviders`, [
    ...(flow.allowsOrganisations && organisations ? [organisations] : []),
    ...(flow.allowsEmailCode && emailCode ? [emailCode] : []),
    ...providers
      .filter(({ providerId }) => flow.providers.includes(providerId))
      .map((one) =>
        protocolOfKind(one.kind) === undefined
          ? presentIdentityProvider(one)
          : presentFederationConfiguration(one, machine.clock()),
      ),
  ]);
}

/** `POST …/identityProviders/$ref`. */
export async function addFlowProviderEndpoint(request: GraphRequest): Promise<Response> {
  const flow = await addressedFlow(request);
  const id = lastSegment(await readJsonObject(request));
  await takeWay(request, flow, await findFlowWay(request, id));
  return request.c.body(null, 204);
}

/** `DELETE …/identityProviders/{id}/$ref`. */
export async function removeFlowProviderEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine } = request;
  const flow = await addressedFlow(request);
  const id = c.req.param("providerId") ?? "";
  const way = await findFlowWay(request, id, "addressed");
  if (!isTaken(flow, way)) throw notFound(id.slice(0, 100));
  const outcome =
    "builtIn" in way
      ? await updateUserFlow(machine, circumstances(request), {
          flow,
          changes: switching(way.builtIn, false),
        })
      : await unlinkFromFlow(machine, circumstances(request), { flow, part: partOf(way.providerId) });
  if (!outcome.ok) throw userFlowError(outcome.refusal, id);
  return c.body(null, 204);
}

/** Has a flow take this way too. */
export async function takeWay(request: GraphRequest, flow: UserFlow, way: FlowWay): Promise<void> {
  const { machine } = request;
  const outcome =
    "builtIn" in way
      ? await updateUserFlow(machine, circumstances(request), { flow, changes: switching(way.builtIn, true) })
      : await linkToFlow(machine, circumstances(request), { flow, part: partOf(way.providerId) });
  // Clients send the same list again and again.
  if (!outcome.ok && outcome.refusal.code !== "already-linked")
    throw userFlowError(outcome.refusal, wireFlowId(flow));
}

/** The way that an id means; it must be there in the organisation before a flow can take it. */
export async function findFlowWay(
  { machine, caller }: GraphRequest,
  id: string,
  from: "body" | "addressed" = "body",
): Promise<FlowWay> {
  const builtIn = builtInWays[id.toLowerCase()];
  if (builtIn === "email-code" && from === "body") {
    const { emailCodeEnabled } = await readCollaborationSettings(machine.database, caller.tenantId);
    if (!emailCodeEnabled) throw notConfigured(id);
  }
  if (builtIn !== undefined) return { builtIn };
  const providers = await listProviders(machine.database, caller.tenantId);
  const provider = providers.find((one) => isNamed(one, id));
  if (provider) return { providerId: provider.providerId };
  throw from === "body" ? notConfigured(id) : notFound(id.slice(0, 100));
}

function isTaken(flow: UserFlow, way: FlowWay): boolean {
  if ("providerId" in way) return flow.providers.includes(way.providerId);
  return way.builtIn === "organisations" ? flow.allowsOrganisations : flow.allowsEmailCode;
}

function partOf(id: ProviderId): { readonly kind: "provider"; readonly id: ProviderId } {
  return { kind: "provider", id };
}

function switching(way: BuiltInWay, isAllowed: boolean): FlowChanges {
  return way === "organisations" ? { allowsOrganisations: isAllowed } : { allowsEmailCode: isAllowed };
}

function notConfigured(id: string): Error {
  return badRequest(`The identity provider '${id.slice(0, 100)}' is not configured.`, {
    code: "ProviderNotConfigured",
    target: "@odata.id",
    message: "GET /identity/identityProviders lists those there are.",
  });
}
