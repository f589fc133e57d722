import type { ApplicationInTenant } from "../../../domain/applications/rules/application.ts";
import { type InviteRequest, longestMessage } from "../../../domain/invitations/rules/invite-request.ts";
import { type Language, languages } from "../../../foundation/language.ts";
import type { FormError } from "../layout/frame.ts";
import type { InviteValues } from "../views/invite-values.ts";
import type { Translator } from "../words/words.ts";

/** A page that invites more people than this is a job for the CSV import. */
const mostAddresses = 100;
const longestLifetimeDays = 3650;

/** The empty form. */
export function emptyForm(language: Language, lifetimeDays: number | undefined): InviteValues {
  return {
    addresses: "",
    displayName: "",
    message: "",
    messageLanguage: language,
    applicationId: "",
    lifetimeDays: String(lifetimeDays ?? ""),
  };
}

/** What was typed, kept as it is. */
export function typedForm(form: Readonly<Record<string, string>>, language: Language): InviteValues {
  const asked = languages.find((known) => known === form["messageLanguage"]);
  return {
    addresses: form["addresses"] ?? "",
    displayName: form["displayName"] ?? "",
    message: form["message"] ?? "",
    messageLanguage: asked ?? language,
    applicationId: form["applicationId"] ?? "",
    lifetimeDays: form["lifetimeDays"] ?? "",
  };
}

/** The addresses of the form, in the order typed. */
export function addressesIn(values: InviteValues): string[] {
  return values.addresses
    .split(/[\s,;]+/)
    .map((address) => address.replace(/^<|>$/g, ""))
    .filter((address) => address !== "");
}

/** What must be mended before anything can be previewed. */
export function formErrors(
  t: Translator,
  values: InviteValues,
  applications: readonly ApplicationInTenant[],
): FormError[] {
  const addresses = addressesIn(values);
  const days = Number(values.lifetimeDays);
  const checks: [boolean, FormError][] = [
    [addresses.length === 0, { field: "addresses", text: t("invite.error.addresses-missing") }],
    [
      addresses.length > mostAddresses,
      { field: "addresses", text: t("invite.error.addresses-many", { limit: mostAddresses }) },
    ],
    [
      addresses.length > 1 && values.displayName.trim() !== "",
      { field: "displayName", text: t("invite.error.name-for-one") },
    ],
    [
      values.message.length > longestMessage,
      { field: "message", text: t("invite.error.message-long", { limit: longestMessage }) },
    ],
    [
      values.lifetimeDays !== "" && !(Number.isInteger(days) && days >= 1 && days <= longestLifetimeDays),
      { field: "lifetimeDays", text: t("invite.error.lifetime", { limit: longestLifetimeDays }) },
    ],
    [
      values.applicationId !== "" && landing(values, applications) === undefined,
      { field: "applicationId", text: t("invite.error.application") },
    ],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, error]) => error);
}

/** The form as invitations, one an address. */
export function requestsOf(
  values: InviteValues,
  applications: readonly ApplicationInTenant[],
  more: { readonly myAppsUrl: string; readonly sendMail: boolean },
): InviteRequest[] {
  const application = landing(values, applications)?.application;
  return [...new Set(addressesIn(values))].map((email) => ({
    email,
    redirectUrl: application?.homePageUrl ?? more.myAppsUrl,
    displayName: values.displayName.trim() || undefined,
    messageBody: values.message.trim() || undefined,
    messageLanguage: values.messageLanguage,
    sendMail: more.sendMail,
    applicationId: application?.applicationId,
    lifetimeDays: values.lifetimeDays === "" ? undefined : Number(values.lifetimeDays),
  }));
}

function landing(
  values: InviteValues,
  applications: readonly ApplicationInTenant[],
): ApplicationInTenant | undefined {
  return applications.find(({ application }) => application.applicationId === values.applicationId);
}
