import { z } from "zod";
import type { InviteRequest } from "../../../../domain/invitations/rules/invite-request.ts";
import { badRequest, type GraphErrorDetail } from "../../graph-error.ts";
import { referencedId } from "../../odata/referenced-id.ts";

const text = z.string().nullish();

const recipient = z.object({
  emailAddress: z.object({ name: text, address: text }).nullish(),
});

/** Client libraries send whole users and groups where an id is meant: the rest is passed over. */
const reference = z.looseObject({ id: text, "@odata.id": text });

/** The request of the reference. What the service itself fills in may be there and is passed over. */
export const invitationBody = z.strictObject({
  invitedUserEmailAddress: text,
  inviteRedirectUrl: text,
  invitedUserDisplayName: text,
  invitedUserType: z.enum(["Guest", "Member"]).nullish(),
  invitedUserMessageInfo: z
    .strictObject({
      customizedMessageBody: text,
      messageLanguage: text,
      ccRecipients: z.array(recipient).max(1000).nullish(),
    })
    .nullish(),
  sendInvitationMessage: z.boolean().nullish(),
  invitedUserSponsors: z.array(reference).max(1000).nullish(),
  "invitedUserSponsors@odata.bind": z.array(z.string()).max(1000).nullish(),
  invitedUser: reference.nullish(),
  resetRedemption: z.boolean().nullish(),
  id: z.unknown().optional(),
  inviteRedeemUrl: z.unknown().optional(),
  status: z.unknown().optional(),
});

/** Reads the body of `POST /invitations`; throws 400 naming every property that is wrong. */
export function readInvitationBody(body: Record<string, unknown>): InviteRequest {
  const parsed = invitationBody.safeParse(withoutAnnotations(body));
  if (!parsed.success) throw badBody(parsed.error);
  const read = parsed.data;
  const info = read.invitedUserMessageInfo;
  const sponsors = [
    ...(read.invitedUserSponsors ?? []).map((sponsor) => sponsor.id ?? referencedId(sponsor["@odata.id"])),
    ...(read["invitedUserSponsors@odata.bind"] ?? []).map(referencedId),
  ];
  return {
    email: read.invitedUserEmailAddress ?? "",
    redirectUrl: read.inviteRedirectUrl ?? "",
    displayName: read.invitedUserDisplayName ?? undefined,
    kind: read.invitedUserType === "Member" ? "member" : "guest",
    messageBody: info?.customizedMessageBody ?? undefined,
    messageLanguage: info?.messageLanguage ?? undefined,
    // The answer without recipients has an empty one; clients send it back.
    copyRecipients: (info?.ccRecipients ?? []).flatMap(({ emailAddress }) =>
      emailAddress?.address ? [{ name: emailAddress.name ?? null, address: emailAddress.address }] : [],
    ),
    sendMail: read.sendInvitationMessage ?? false,
    sponsorIds: sponsors.map((sponsor) => sponsor ?? ""),
    userId: read.invitedUser?.id ?? referencedId(read.invitedUser?.["@odata.id"]),
    resetRedemption: read.resetRedemption ?? false,
  };
}

/** `@odata.type` and its like are allowed on any object and say nothing new. */
function withoutAnnotations(value: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(value).filter(
    ([name]) => !name.includes("@odata.") || name === "invitedUserSponsors@odata.bind",
  );
  return Object.fromEntries(
    kept.map(([name, inner]) =>
      name === "invitedUserMessageInfo" && typeof inner === "object" && inner !== null
        ? [name, withoutAnnotations(inner as Record<string, unknown>)]
        : [name, inner],
    ),
  );
}

function badBody(error: z.ZodError): Error {
  const details = error.issues.flatMap((issue): GraphErrorDetail[] => {
    const target = issue.path.join("/");
    if (issue.code !== "unrecognized_keys") return [{ code: "InvalidValue", target, message: issue.message }];
    return issue.keys.map((key) => ({
      code: "UnknownProperty",
      target: [...issue.path, key].join("/").slice(0, 200),
      message: "This property does not exist on an invitation.",
    }));
  });
  const [first] = details;
  const message =
    first?.code === "UnknownProperty"
      ? `Invalid property '${first.target}'.`
      : `Invalid value specified for property '${first?.target ?? ""}' of resource 'Invitation'.`;
  return badRequest(message, ...details.slice(0, 20));
}
