import { type EmailAddress, parseEmailAddress } from "../../../foundation/email-address.ts";
import { type ApplicationId, type Branded, parseGuid, type UserId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import { mostSponsors } from "../../directory/rules/sponsor.ts";
import type { CopyRecipient } from "./invitation.ts";
import { type LandingUrl, parseRedirectUrl, type RedirectUrlRefusal } from "./redirect-url.ts";

/** What an inviter asks for, as it came in. */
export interface InviteRequest {
  readonly email: string;
  readonly redirectUrl: string;
  readonly displayName?: string | undefined;
  /** Default: guest. */
  readonly kind?: "guest" | "member" | undefined;
  readonly messageBody?: string | undefined;
  readonly messageLanguage?: string | undefined;
  readonly copyRecipients?: readonly CopyRecipient[] | undefined;
  readonly sendMail: boolean;
  /** Users or groups. Default: the inviter, when that is a person. */
  readonly sponsorIds?: readonly string[] | undefined;
  /** The user meant: needed to reset a redemption, or to turn an internal user into an external one. */
  readonly userId?: string | undefined;
  readonly resetRedemption?: boolean | undefined;
  readonly applicationId?: string | undefined;
  /** Null: the link never expires. Default: the organisation's setting. */
  readonly lifetimeDays?: number | null | undefined;
}

/** An invite request whose every value is usable by itself. */
export interface CheckedInviteRequest {
  readonly email: EmailAddress;
  readonly redirectUrl: LandingUrl;
  readonly displayName: string | undefined;
  readonly kind: "guest" | "member";
  readonly messageBody: string | undefined;
  readonly messageLanguage: string | undefined;
  readonly copyRecipients: readonly CopyRecipient[];
  readonly sendMail: boolean;
  readonly sponsorIds: readonly Branded<string>[];
  readonly userId: UserId | undefined;
  readonly resetRedemption: boolean;
  readonly applicationId: ApplicationId | undefined;
  readonly lifetimeDays: number | null | undefined;
}

const mostCopyRecipients = 20;
export const longestMessage = 5000;
const longestDisplayName = 256;

export type InviteRequestRefusal =
  | { readonly code: "email-missing" }
  | { readonly code: "email-malformed"; readonly email: string }
  | { readonly code: "redirect-url-missing" }
  | RedirectUrlRefusal
  | { readonly code: "display-name-too-long"; readonly limit: number }
  | { readonly code: "message-too-long"; readonly length: number; readonly limit: number }
  | { readonly code: "language-malformed"; readonly language: string }
  | { readonly code: "too-many-copies"; readonly count: number; readonly limit: number }
  | { readonly code: "copy-address-malformed"; readonly address: string }
  | { readonly code: "too-many-sponsors"; readonly count: number; readonly limit: number }
  | { readonly code: "sponsor-unknown"; readonly sponsorId: string }
  | { readonly code: "application-unknown"; readonly applicationId: string }
  | { readonly code: "user-unknown"; readonly userId: string }
  | { readonly code: "reset-needs-user" };

/** Checks what can be checked without knowing the organisation. Addresses with a plus or an apostrophe are fine. */
export function checkInviteRequest(
  request: InviteRequest,
): Result<CheckedInviteRequest, InviteRequestRefusal> {
  if (request.email.trim() === "") return refuse({ code: "email-missing" });
  const email = parseEmailAddress(request.email);
  if (email === undefined) return refuse({ code: "email-malformed", email: request.email });
  if (request.redirectUrl.trim() === "") return refuse({ code: "redirect-url-missing" });
  const redirectUrl = parseRedirectUrl(request.redirectUrl);
  if (!redirectUrl.ok) return redirectUrl;

  const words = checkWords(request);
  if (!words.ok) return words;
  const copies = checkCopyRecipients(request.copyRecipients ?? []);
  if (!copies.ok) return copies;
  const references = checkReferences(request);
  if (!references.ok) return references;

  return accept({
    email,
    redirectUrl: redirectUrl.value,
    ...words.value,
    kind: request.kind ?? "guest",
    copyRecipients: copies.value,
    sendMail: request.sendMail,
    ...references.value,
    resetRedemption: request.resetRedemption ?? false,
    lifetimeDays: request.lifetimeDays,
  });
}

type Words = Pick<CheckedInviteRequest, "displayName" | "messageBody" | "messageLanguage">;

function checkWords(request: InviteRequest): Result<Words, InviteRequestRefusal> {
  const displayName = asLine(request.displayName ?? "");
  if (displayName.length > longestDisplayName)
    return refuse({ code: "display-name-too-long", limit: longestDisplayName });
  const messageBody = request.messageBody ?? "";
  if (messageBody.length > longestMessage)
    return refuse({ code: "message-too-long", length: messageBody.length, limit: longestMessage });
  const language = (request.messageLanguage ?? "").trim();
  // BCP 47 in shape only: a language we do not write in falls back, see the order in inviteLanguage.
  if (language !== "" && !/^[a-z]{2,8}([-_][a-z0-9]{1,8}){0,3}$/i.test(language))
    return refuse({ code: "language-malformed", language });
  return accept({
    displayName: displayName === "" ? undefined : displayName,
    messageBody: messageBody.trim() === "" ? undefined : messageBody,
    messageLanguage: language === "" ? undefined : language,
  });
}

function checkCopyRecipients(
  recipients: readonly CopyRecipient[],
): Result<readonly CopyRecipient[], InviteRequestRefusal> {
  if (recipients.length > mostCopyRecipients)
    return refuse({ code: "too-many-copies", count: recipients.length, limit: mostCopyRecipients });
  const checked: CopyRecipient[] = [];
  for (const recipient of recipients) {
    const address = parseEmailAddress(recipient.address);
    if (address === undefined) return refuse({ code: "copy-address-malformed", address: recipient.address });
    const name = asLine(recipient.name ?? "").slice(0, longestDisplayName);
    checked.push({ name: name === "" ? null : name, address });
  }
  return accept(checked);
}

type References = Pick<CheckedInviteRequest, "sponsorIds" | "userId" | "applicationId">;

function checkReferences(request: InviteRequest): Result<References, InviteRequestRefusal> {
  const sponsorIds = new Set<Branded<string>>();
  for (const sponsorId of request.sponsorIds ?? []) {
    const id = parseGuid(sponsorId);
    if (id === undefined) return refuse({ code: "sponsor-unknown", sponsorId });
    sponsorIds.add(id);
  }
  if (sponsorIds.size > mostSponsors)
    return refuse({ code: "too-many-sponsors", count: sponsorIds.size, limit: mostSponsors });
  const userId = request.userId === undefined ? undefined : parseGuid<UserId>(request.userId);
  if (request.userId !== undefined && userId === undefined)
    return refuse({ code: "user-unknown", userId: request.userId });
  if (request.resetRedemption && userId === undefined) return refuse({ code: "reset-needs-user" });
  const applicationId =
    request.applicationId === undefined ? undefined : parseGuid<ApplicationId>(request.applicationId);
  if (request.applicationId !== undefined && applicationId === undefined)
    return refuse({ code: "application-unknown", applicationId: request.applicationId });
  return accept({ sponsorIds: [...sponsorIds], userId, applicationId });
}

/**
 * A name is one line: controls and line ends typed into it become blanks (they could forge headers and logs), and marks
 * that turn the direction of the text around it go.
 */
function asLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}
