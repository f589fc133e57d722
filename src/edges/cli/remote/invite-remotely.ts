import { z } from "zod";
import type { InviteOptions } from "../invite-options.ts";
import { printJson } from "../print.ts";
import { type InvitedAddress, printInvited } from "../print-invited.ts";
import type { SetExitCode } from "../set-exit-code.ts";
import { originOf } from "./kept-sign-in.ts";
import { GraphRefused, type RemoteGraph, remoteGraph } from "./remote-graph.ts";

const invitation = z.object({
  id: z.string(),
  inviteRedeemUrl: z.string(),
  status: z.string(),
  sendInvitationMessage: z.boolean(),
  invitedUser: z.object({ id: z.string() }),
});

/** Invites the addresses at a service elsewhere, one after the other, with the rights of who is signed in there. */
export async function inviteRemotely(
  folder: string,
  emails: readonly string[],
  options: InviteOptions,
  setExitCode: SetExitCode,
): Promise<void> {
  const graph = await remoteGraph(folder, options.authority);
  const { issuer, person } = graph.signIn;
  const results: InvitedAddress[] = [];
  for (const email of emails) results.push(await invite(graph, email, options));
  if (results.some(({ error }) => error !== null)) setExitCode(1);
  if (options.json) printJson({ tenantId: person.tenantId, invitations: results });
  else printInvited(new URL(issuer).host, results);
}

async function invite(graph: RemoteGraph, email: string, options: InviteOptions): Promise<InvitedAddress> {
  const { person } = graph.signIn;
  try {
    const answer = await graph.post("/v1.0/invitations", {
      invitedUserEmailAddress: email,
      inviteRedirectUrl:
        options.redirectUrl ??
        `${originOf(graph.signIn)}/myapps?tenant=${encodeURIComponent(person.tenantId)}`,
      invitedUserDisplayName: options.name ?? null,
      invitedUserMessageInfo: {
        customizedMessageBody: options.message ?? null,
        messageLanguage: options.language ?? null,
      },
      sendInvitationMessage: options.mail,
    });
    return resultOf(email, invitation.parse(answer), options);
  } catch (error) {
    if (!(error instanceof GraphRefused)) throw error;
    const nothing = { userId: null, invitationId: null, mail: "none" } as const;
    return { email, result: "refused", ...nothing, error: error.message };
  }
}

function resultOf(
  email: string,
  invited: z.infer<typeof invitation>,
  { links, mail }: InviteOptions,
): InvitedAddress {
  const isDone = invited.status === "Completed";
  return {
    email,
    result: isDone ? "already-accepted" : "invited",
    userId: invited.invitedUser.id,
    invitationId: invited.id,
    mail: invited.sendInvitationMessage ? "queued" : "none",
    // An invitation without a mail is of no use without its link.
    ...(links || !mail ? { inviteRedeemUrl: invited.inviteRedeemUrl } : {}),
    error: null,
  };
}
