import { beforeAll, expect, it } from "vitest";
import { graphStage } from "../../../../../test/support/graph-stage.ts";

const { call, organisation } = await graphStage();
let token = "";

beforeAll(async () => {
  const contoso = await organisation("Contoso", "contoso");
  await contoso.member("anna");
  token = await contoso.appToken(["User.Read.All"]);
});

/** D: always; A: only with `ConsistencyLevel: eventual`; -: never. */
type Support = "D" | "A" | "-";

const operators = ["eq", "ne", "not", "ge", "in", "startswith", "endswith", "contains", "null"] as const;

/** What each property answers to, in the order of `operators`. */
const texts: Readonly<Record<string, string>> = {
  //                  eq ne not ge in starts ends contains null
  displayName: "      D  A  A   D  D  D      -    -        A",
  givenName: "        D  A  A   D  D  D      -    -        A",
  surname: "          D  A  A   D  D  D      -    -        A",
  jobTitle: "         D  A  A   D  D  D      -    -        A",
  department: "       D  A  A   D  D  D      -    -        A",
  city: "             D  A  A   D  D  D      -    -        A",
  state: "            D  A  A   D  D  D      -    -        A",
  country: "          D  A  A   D  D  D      -    -        A",
  usageLocation: "    D  A  A   D  D  D      -    -        A",
  mailNickname: "     D  A  A   D  D  D      -    -        A",
  mail: "             D  A  A   D  D  D      A    -        A",
  userPrincipalName: "D  A  A   D  D  D      A    -        -",
  employeeId: "       D  A  A   A  D  D      -    -        A",
  companyName: "      A  A  A   A  A  A      -    -        A",
  mobilePhone: "      A  A  A   A  A  A      -    -        A",
  officeLocation: "   A  A  A   A  A  A      -    -        A",
  postalCode: "       A  A  A   A  A  A      -    -        A",
  preferredLanguage: "A  A  A   A  A  A      -    -        A",
  streetAddress: "    A  A  A   A  A  A      -    -        A",
};

const others: Readonly<Record<string, { readonly value: string; readonly support: string }>> = {
  //                                                  eq ne not ge in starts ends contains null
  userType: { value: "'Guest'", support: "            D  A  A   -  D  -      -    -        A" },
  creationType: { value: "'Invitation'", support: "   D  A  A   -  D  -      -    -        -" },
  externalUserState: { value: "'Accepted'", support: "D  A  A   -  D  -      -    -        D" },
  accountEnabled: { value: "true", support: "         D  A  A   -  D  -      -    -        -" },
  showInAddressList: { value: "true", support: "      D  A  A   -  D  -      -    -        A" },
  id: {
    value: "'11111111-2222-4333-8444-555555555555'",
    support: "                                        D  A  A   -  D  -      -    -        -",
  },
  createdDateTime: {
    value: "2026-01-01T00:00:00Z",
    support: "                                        D  A  A   D  A  -      -    -        -",
  },
};

const lists: Readonly<Record<string, string>> = {
  //               eq ne not ge in starts ends contains
  otherMails: "    D  -  A   -  D  D      A    -",
  proxyAddresses: "D  -  A   -  D  D      A    -",
  businessPhones: "D  -  A   -  D  D      -    -",
};

/** The smallest filter that uses an operator. */
function filterOf(path: string, operator: (typeof operators)[number], value: string): string {
  switch (operator) {
    case "not":
      return `not(${path} eq ${value})`;
    case "in":
      return `${path} in (${value})`;
    case "null":
      return `${path} eq null`;
    case "startswith":
    case "endswith":
    case "contains":
      return `${operator}(${path},'x')`;
    default:
      return `${path} ${operator} ${value}`;
  }
}

async function supportOf(filter: string): Promise<Support | string> {
  const query = `GET /users?$count=true&$filter=${encodeURIComponent(filter)}`;
  const plain = await call(query, token);
  const eventual = await call(query, token, { headers: { consistencylevel: "eventual" } });
  if (plain.status === 200 && eventual.status === 200) return "D";
  if (plain.body.error?.code !== "Request_UnsupportedQuery") return plain.text;
  return eventual.status === 200 ? "A" : "-";
}

const inOrder = (support: string): string[] => support.trim().split(/\s+/);

const plainRows = [
  ...Object.entries(texts).map(([name, support]) => [name, "'x'", support] as const),
  ...Object.entries(others).map(([name, { value, support }]) => [name, value, support] as const),
];

it.each(plainRows)("answers filters by %s as clients know them", async (name, value, support) => {
  const found = await Promise.all(operators.map((operator) => supportOf(filterOf(name, operator, value))));
  expect(found).toEqual(inOrder(support));
});

it.each(Object.entries(lists))("answers filters by %s as clients know them", async (name, support) => {
  const found = await Promise.all(
    operators
      .slice(0, -1)
      .map((operator) =>
        supportOf(
          operator === "not"
            ? `not(${name}/any(x:x eq 'x'))`
            : `${name}/any(x:${filterOf("x", operator, "'x'")})`,
        ),
      ),
  );
  expect(found).toEqual(inOrder(support));
  expect(await supportOf(`${name}/$count eq 0`)).toBe("A");
});

it.each([
  ["identities/any(c:c/issuer eq 'mail' and c/issuerAssignedId eq 'x')", "D"],
  ["identities/any(c:c/issuer ne 'mail')", "-"],
  ["not(identities/any(c:c/issuer eq 'mail'))", "-"],
  ["signInSessionsValidFromDateTime eq null", "-"],
  ["lastPasswordChangeDateTime eq null", "-"],
  ["userType eq 'Guest' and accountEnabled eq true", "D"],
  ["userType eq 'Guest' and endswith(mail,'x')", "A"],
  ["NOT(userType EQ 'Guest') OR startsWith(mail,'x')", "A"],
])("answers %s by %s", async (filter, support) => {
  expect(await supportOf(filter)).toBe(support);
});

it.each([
  ["$orderby=displayName", "D"],
  ["$orderby=userPrincipalName desc", "D"],
  ["$orderby=createdDateTime", "A"],
  ["$orderby=displayName&$filter=userType eq 'Guest'", "A"],
  ["$orderby=mail", "-"],
  ['$search="displayName:anna"', "A"],
  ["$search=\"mail:anna\"&$filter=userType eq 'Member'", "A"],
  ['$search="jobTitle:x"', "-"],
  ["$skip=10", "-"],
])("answers %s by %s", async (query, support) => {
  const plain = await call(`GET /users?${query}`, token);
  const eventual = await call(`GET /users?${query}`, token, { headers: { consistencylevel: "eventual" } });
  const found = plain.status === 200 ? "D" : eventual.status === 200 ? "A" : "-";
  expect([found, plain.body.error?.code ?? "Request_UnsupportedQuery"]).toEqual([
    support,
    "Request_UnsupportedQuery",
  ]);
});
