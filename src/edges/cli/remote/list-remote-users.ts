import { z } from "zod";
import type { ListedUser } from "../print-users.ts";
import type { RemoteGraph } from "./remote-graph.ts";

interface WantedUsers {
  readonly guests: boolean;
  readonly state: "pending" | "accepted" | undefined;
  readonly limit: number;
}

const stateNames = { PendingAcceptance: "pending", Accepted: "accepted" } as const;

const graphUser = z.object({
  id: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  mail: z.string().nullable(),
  userType: z.enum(["Guest", "Member"]),
  externalUserState: z.enum(["PendingAcceptance", "Accepted"]).nullable(),
  externalUserStateChangeDateTime: z.string().nullable(),
  accountEnabled: z.boolean(),
  createdDateTime: z.string(),
});

const usersPage = z.object({
  "@odata.count": z.number().optional(),
  "@odata.nextLink": z.string().optional(),
  value: z.array(graphUser),
});

/** People by name, as many as wanted, and how many there are. */
export async function listRemoteUsers(
  graph: RemoteGraph,
  wanted: WantedUsers,
): Promise<{ readonly users: ListedUser[]; readonly count: number }> {
  const users: ListedUser[] = [];
  let count = 0;
  let address: string | undefined = firstPage(wanted);
  while (address !== undefined && users.length < wanted.limit) {
    const page: z.infer<typeof usersPage> = usersPage.parse(await graph.get(address));
    count = page["@odata.count"] ?? count;
    users.push(...page.value.map((user) => asListed(user)));
    address = page["@odata.nextLink"];
  }
  return { users: users.slice(0, wanted.limit), count };
}

const largestPage = 999;

function firstPage({ guests, state, limit }: WantedUsers): string {
  const conditions: string[] = [];
  if (guests) conditions.push("userType eq 'Guest'");
  for (const [name, word] of Object.entries(stateNames))
    if (word === state) conditions.push(`externalUserState eq '${name}'`);
  const query = new URLSearchParams({
    $select: Object.keys(graphUser.shape).join(","),
    $orderby: "displayName",
    $top: String(Math.min(limit, largestPage)),
    $count: "true",
    ...(conditions.length > 0 && { $filter: conditions.join(" and ") }),
  });
  return `/v1.0/users?${query}`;
}

function asListed(user: z.infer<typeof graphUser>): ListedUser {
  return {
    id: user.id,
    displayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
    mail: user.mail,
    userType: user.userType,
    state: user.externalUserState && stateNames[user.externalUserState],
    stateChangedAt: user.externalUserStateChangeDateTime,
    accountEnabled: user.accountEnabled,
    createdAt: user.createdDateTime,
  };
}
