import { type Context, Hono } from "hono";
import { listApplications } from "../../../domain/applications/list-applications.ts";
import { rolesOf } from "../../../domain/directory/find-roles.ts";
import { inviteGuests } from "../../../domain/invitations/invite-guests.ts";
import { previewInvitations } from "../../../domain/invitations/preview-invitations.ts";
import { readCollaborationSettings } from "../../../domain/policies/read-collaboration-settings.ts";
import { whoMayInvite } from "../../../domain/policies/rules/who-may-invite.ts";
import type { InvitationId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { FormError } from "../layout/frame.ts";
import { frameOf } from "../layout/frame-of.ts";
import { requirePerson, type SignedInPerson } from "../my-apps/signed-in-person.ts";
import type { InvitationPreview } from "../views/invitation-preview.ts";
import { invitePage } from "../views/invite-page.ts";
import type { InviteValues } from "../views/invite-values.ts";
import { problemPage } from "../views/problem-page.ts";
import { words } from "../words/words.ts";
import { addressesIn, emptyForm, formErrors, requestsOf, typedForm } from "./invite-form.ts";
import { invitationList } from "./invite-list.ts";
import type { InvitePage } from "./inviter-request.ts";
import { manageInvitation } from "./manage-invitation.ts";
import { forecastsOf } from "./show-forecast.ts";

/** The inviter's page: whom to invite, what will happen, and what became of it. */
export function inviteRoutes(machine: Machine): Hono {
  const forInviter =
    (handle: (page: InvitePage) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const person = await requirePerson(c, machine);
      if (person instanceof Response) return person;
      const page = await openPage(c, machine, person);
      return page instanceof Response ? page : handle(page);
    };
  return new Hono()
    .get(
      "/",
      forInviter((page) => show(page, {})),
    )
    .post("/", forInviter(posted(advance)))
    .post("/manage", forInviter(posted(manage)));
}

type Form = Readonly<Record<string, string>>;

/** The page for somebody who may invite; for anybody else the page that says so. */
async function openPage(
  c: Context,
  machine: Machine,
  person: SignedInPerson,
): Promise<InvitePage | Response> {
  const { tenant, user, account } = person;
  const [settings, roles] = await Promise.all([
    readCollaborationSettings(machine.database, tenant.tenantId),
    rolesOf(machine.database, tenant.tenantId, user.userId),
  ]);
  const place = `?tenant=${tenant.tenantId}`;
  const frame = frameOf(c, machine, tenant, { path: `/invite${place}` });
  if (!whoMayInvite({ settings, inviter: { kind: "user", userKind: user.kind, roles } }).ok) {
    return c.html(
      problemPage({ frame, problem: "may-not-invite", nextUrl: `/myapps?tenant=${tenant.tenantId}` }),
      403,
    );
  }
  const actor = {
    kind: "user",
    userId: user.userId,
    displayName: user.displayName,
    email: user.mail ?? account.email,
  } as const;
  const circumstances = circumstancesOf(c, actor, machine.configuration.behindProxy);
  return {
    c,
    machine,
    person,
    circumstances,
    frame,
    place,
    defaultLifetimeDays: settings.invitationLifetimeDays ?? undefined,
  };
}

function posted(
  handle: (page: InvitePage, form: Form) => Promise<Response>,
): (page: InvitePage) => Promise<Response> {
  return async (page) => {
    const form = await readForm(page.c);
    const isGenuine = isCsrfToken(page.machine, page.person.session.sessionId, form["csrf"]);
    if (isGenuine) return handle(page, form);
    // A form that grew too old comes back with everything typed, ready to be sent again.
    const { language } = page.frame;
    const errors = [{ text: words(language)("error.form-stale") }];
    return show(page, { values: typedForm(form, language), errors });
  };
}

interface Shown {
  readonly values?: InviteValues;
  readonly errors?: readonly FormError[];
  readonly preview?: InvitationPreview;
  readonly done?: string;
  readonly links?: ReadonlyMap<InvitationId, string>;
}

/** The page in any of its states. */
async function show(page: InvitePage, shown: Shown): Promise<Response> {
  const { c, machine, person, frame } = page;
  const applications = await listApplications(machine.database, person.tenant.tenantId);
  return c.html(
    invitePage({
      frame,
      csrf: csrfToken(machine, person.session.sessionId),
      action: `/invite${page.place}`,
      inviter: {
        displayName: person.user.displayName,
        address: person.user.mail ?? person.user.userPrincipalName,
      },
      values: shown.values ?? emptyForm(frame.language, page.defaultLifetimeDays),
      applications: applications
        .filter(({ application }) => application.homePageUrl !== undefined)
        .map(({ application }) => ({ id: application.applicationId, displayName: application.displayName })),
      errors: shown.errors,
      signOutAction: "/myapps/sign-out",
      done: shown.done,
      preview: shown.preview,
      list: await invitationList(machine, person, {
        place: page.place,
        before: c.req.query("before"),
        applications,
        links: shown.links ?? new Map(),
      }),
    }),
    shown.errors && shown.errors.length > 0 ? 400 : 200,
  );
}

/** The form moves on: preview, send, or back to the form. */
async function advance(page: InvitePage, form: Form): Promise<Response> {
  const { machine, person, circumstances, frame } = page;
  const { tenantId } = person.tenant;
  const values = typedForm(form, frame.language);
  const applications = await listApplications(machine.database, tenantId);
  const errors = formErrors(words(frame.language), values, applications);
  if (errors.length > 0 || form["step"] === "edit") return show(page, { values, errors });

  const myAppsUrl = `${machine.configuration.publicUrl}/myapps?tenant=${tenantId}`;
  const sendMail = form["step"] === "send";
  const requests = requestsOf(values, applications, { myAppsUrl, sendMail });
  const forecast = await previewInvitations(machine, circumstances.actor, { tenantId, requests });
  if (!forecast.ok) throw new Error(`an inviter was refused after the check: ${forecast.refusal.code}`);
  const rows = forecastsOf(addressesIn(values), requests, forecast.value);
  if (form["step"] !== "send" && form["step"] !== "links") return show(page, { values, preview: { rows } });

  const outcomes = await inviteGuests(machine, circumstances, {
    tenantId,
    requests: requests.filter((_request, index) => isWorthInviting(forecast.value[index])),
  });
  const invited = outcomes.ok ? outcomes.value.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])) : [];
  const links = new Map(invited.map(({ invitation, redeemUrl }) => [invitation.invitationId, redeemUrl]));
  const key = sendMail ? "invite.done.sent" : "invite.done.links";
  return show(page, { links, done: words(frame.language)(key, { count: invited.length }) });
}

type Forecast =
  | Extract<Awaited<ReturnType<typeof previewInvitations>>, { ok: true }>["value"][number]
  | undefined;

function isWorthInviting(forecast: Forecast): boolean {
  return forecast?.ok === true && forecast.value.step !== "already-accepted";
}

/** A row's button: mail again, make a new link, or withdraw. */
async function manage(page: InvitePage, form: Form): Promise<Response> {
  const outcome = await manageInvitation(page, form);
  return show(page, outcome);
}
