import { print, printTable } from "./print.ts";
import type { RowResultWord } from "./rules/row-result.ts";

/** What became of an address, as it is shown and as its JSON says. */
export interface InvitedAddress {
  readonly email: string;
  readonly result: RowResultWord;
  readonly userId: string | null;
  readonly invitationId: string | null;
  readonly mail: "queued" | "none";
  readonly inviteRedeemUrl?: string;
  readonly error: string | null;
}

const resultWords: Readonly<Record<string, string>> = {
  invited: "invited",
  "invited-again": "invited again, with a fresh link",
  "already-accepted": "has accepted already",
};

/** Prints what became of each address; the links stand by themselves, to be copied. */
export function printInvited(organisation: string, results: readonly InvitedAddress[]): void {
  print(`For ${organisation}\n`);
  printTable(
    results.map(({ email, result, mail, error }) => {
      const words = error ?? resultWords[result] ?? result;
      return [email, error ? words : `${words}; ${mail === "queued" ? "the mail is queued" : "no mail"}`];
    }),
    "  ",
  );
  const links = results.flatMap(({ email, inviteRedeemUrl: link }) => (link ? [[email, link]] : []));
  if (links.length === 0) return;
  print();
  printTable(links, "  ");
}
