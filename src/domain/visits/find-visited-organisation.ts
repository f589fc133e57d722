import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { OutboundFailure } from "../../platform/outbound/outbound-failure.ts";
import { outboundFetch } from "../../platform/outbound/outbound-fetch.ts";
import { outboundPolicy } from "../../platform/outbound/outbound-policy.ts";
import { placeOfClient } from "../federation/connectors/guesthouse/rules/partner-addresses.ts";
import { readClientDocument, type VisitedOrganisation } from "./rules/visited-organisation.ts";

export type VisitedOrganisationRefusal =
  | { readonly code: "client-document-unusable"; readonly detail: string }
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

/** A document is read anew after this long. */
const keptMilliseconds = 10 * 60 * 1000;
const mostKept = 500;
/** The document is small; whoever asks makes us wait for it. */
const limits = { sizeLimitBytes: 10_240, timeLimitMilliseconds: 5_000, followsRedirects: false };

interface KeptDocument {
  readonly organisation: VisitedOrganisation;
  readonly readAt: number;
}

const kept = new WeakMap<Machine["database"], Map<string, KeptDocument>>();

/**
 * The organisation behind a client id. Anybody can make us read an address by naming it, so only addresses of the one
 * form are read, no redirect is followed, nothing inside is reached, and each network can ask for a few new ones only.
 */
export async function findVisitedOrganisation(
  machine: Machine,
  clientId: string,
  network: string,
): Promise<Result<VisitedOrganisation, VisitedOrganisationRefusal>> {
  if (!placeOfClient(clientId)) return unusable("The client id is no address of an organisation.");
  const known = keptOf(machine).get(clientId);
  if (known && machine.clock().getTime() - known.readAt < keptMilliseconds) return accept(known.organisation);
  const retryAfterSeconds = await machine.limits.consume("visit-document-read-by-network", network);
  if (retryAfterSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds });
  const document = await readDocument(machine, clientId);
  if (!document.ok) return document;
  const organisation = readClientDocument(clientId, document.value);
  if (typeof organisation === "string") return unusable(organisation);
  keep(machine, organisation);
  return accept(organisation);
}

async function readDocument(
  machine: Machine,
  address: string,
): Promise<Result<unknown, VisitedOrganisationRefusal>> {
  const policy = outboundPolicy({ ...limits, allowedNetworks: machine.configuration.outboundAllow });
  try {
    const answer = await outboundFetch(policy, address, { headers: { accept: "application/json" } });
    return answer.status === 200
      ? accept(await answer.json())
      : unusable(`The document's address answers ${answer.status}.`);
  } catch (error) {
    if (error instanceof OutboundFailure) return unusable(error.message);
    if (error instanceof SyntaxError) return unusable("The document is no JSON.");
    throw error;
  }
}

function keptOf(machine: Machine): Map<string, KeptDocument> {
  const map = kept.get(machine.database) ?? new Map<string, KeptDocument>();
  kept.set(machine.database, map);
  return map;
}

function keep(machine: Machine, organisation: VisitedOrganisation): void {
  const map = keptOf(machine);
  map.delete(organisation.clientId);
  map.set(organisation.clientId, { organisation, readAt: machine.clock().getTime() });
  const [oldest] = map.keys();
  if (map.size > mostKept && oldest !== undefined) map.delete(oldest);
}

function unusable(detail: string) {
  return refuse({ code: "client-document-unusable", detail } as const);
}
