import { changeSponsors } from "../../../../domain/directory/change-sponsors.ts";
import { createMember, type MemberRefusal } from "../../../../domain/directory/create-member.ts";
import { mostSponsors, type Sponsor } from "../../../../domain/directory/rules/sponsor.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import {
  type ApprovedGuestRefusal,
  createGuestWithIdentity,
} from "../../../../domain/signup/create-guest-with-identity.ts";
import type { UserId } from "../../../../foundation/identifiers.ts";
import type { Result } from "../../../../foundation/result.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { readReferences } from "../../odata/read-reference.ts";
import { preferredAnswer } from "../../preferred-answer.ts";
import { checkMayCreateUsers } from "./may-change-user.ts";
import { presentUsers } from "./present-user.ts";
import { readNewGuest } from "./read-new-guest.ts";
import { findSponsor, sponsorError } from "./sponsor-reference-endpoint.ts";
import { readNewUser } from "./user-body.ts";
import { userError } from "./user-errors.ts";

const sponsorsName = "sponsors@odata.bind";

/** `POST /users`: somebody who signs in here with a password, or with `identities` a guest who was approved. */
export async function createUserEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayCreateUsers(caller);
  const { [sponsorsName]: bound, ...body } = await readJsonObject(request);
  const create =
    body["identities"] === undefined ? readMember(request, body) : await readGuest(request, body);
  const sponsors = await findSponsors(request, bound);
  const outcome = await create();
  if (!outcome.ok) throw userError(outcome.refusal);
  const user = outcome.value;
  await addSponsors(request, user.userId, sponsors);

  const { publicUrl } = machine.configuration;
  c.header("location", `${publicUrl}/v1.0/users/${user.userId}`);
  if (preferredAnswer(c) === "minimal") {
    c.header("preference-applied", "return=minimal");
    return c.body(null, 204);
  }
  const [shown] = await presentUsers(request, [{ user, view: "everything" }], undefined);
  return graphJson(c, { "@odata.context": odataContext(publicUrl, "users", undefined, true), ...shown }, 201);
}

type Creation = () => Promise<Result<User, MemberRefusal | ApprovedGuestRefusal>>;

function readMember(request: GraphRequest, body: Record<string, unknown>): Creation {
  const { tenantId } = request.caller;
  const member = { ...readNewUser(body), tenantId };
  return () => createMember(request.machine, circumstances(request), member);
}

async function readGuest(request: GraphRequest, body: Record<string, unknown>): Promise<Creation> {
  const { tenantId } = request.caller;
  const guest = { ...(await readNewGuest(request, body)), tenantId };
  return () => createGuestWithIdentity(request.machine, circumstances(request), guest);
}

/** Before anybody is created for whom nobody of them could answer. */
async function findSponsors(request: GraphRequest, bound: unknown): Promise<Sponsor[]> {
  const ids = [...new Set(readReferences({ [sponsorsName]: bound }, sponsorsName))];
  if (ids.length > mostSponsors) throw sponsorError({ code: "too-many-sponsors" }, "", "");
  return Promise.all(ids.map((id) => findSponsor(request, id)));
}

async function addSponsors(
  request: GraphRequest,
  userId: UserId,
  sponsors: readonly Sponsor[],
): Promise<void> {
  const { machine, caller } = request;
  const { tenantId } = caller;
  for (const add of sponsors) {
    const outcome = await changeSponsors(machine, circumstances(request), { tenantId, userId, add });
    if (!outcome.ok) throw sponsorError(outcome.refusal, userId, add.id);
  }
}
