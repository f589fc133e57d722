import { type Context, Hono } from "hono";
import { type SetUpRefusal, setUpOrganisation } from "../../../domain/directory/set-up-organisation.ts";
import { isSetUpTicket } from "../../../domain/directory/set-up-ticket.ts";
import { parseEmailAddress } from "../../../foundation/email-address.ts";
import type { Machine } from "../../../platform/machine.ts";
import { ensureBrowser } from "../../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import type { FormError } from "../layout/frame.ts";
import { frameOf } from "../layout/frame-of.ts";
import { problemPage } from "../views/problem-page.ts";
import { setUpPage } from "../views/set-up-page.ts";
import { type PlainMessageKey, words } from "../words/words.ts";

type Values = Parameters<typeof setUpPage>[0]["values"];

/** The first organisation and its administrator, for whoever holds the link printed at the first start. */
export function setUpRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const ticket = c.req.query("ticket") ?? "";
      if (!(await isSetUpTicket(machine, ticket))) return unknownLink(c, machine);
      return show(c, machine, { organisationName: "", initialDomain: "", displayName: "", email: "" }, []);
    })
    .post("/", async (c) => {
      if (!(await isSetUpTicket(machine, c.req.query("ticket") ?? ""))) return unknownLink(c, machine);
      const form = await readForm(c);
      const text = (name: string) => (form[name] ?? "").trim();
      const values: Values = {
        organisationName: text("organisationName"),
        initialDomain: text("initialDomain"),
        displayName: text("displayName"),
        email: text("email"),
      };
      const session = await ensureBrowser(c, machine);
      if (!isCsrfToken(machine, session.sessionId, form["csrf"])) return show(c, machine, values, []);
      const errors = await setUp(c, machine, values, form["password"] ?? "");
      if (!errors) return unknownLink(c, machine);
      return errors.length > 0 ? show(c, machine, values, errors) : c.redirect("/myapps", 303);
    });
}

/** Makes tenant and administrator, or says what is wrong with the form; undefined when somebody was quicker. */
async function setUp(
  c: Context,
  machine: Machine,
  values: Values,
  password: string,
): Promise<FormError[] | undefined> {
  const t = words(frameOf(c, machine, undefined).language);
  const address = parseEmailAddress(
    values.email.includes("@") ? values.email : `${values.email}@${values.initialDomain}.guesthouse.internal`,
  );
  if (!address) return [{ field: "email", text: t("sign-in.address-wrong") }];
  const circumstances = circumstancesOf(c, { kind: "operator" }, machine.configuration.behindProxy);
  const outcome = await setUpOrganisation(machine, circumstances, c.req.query("ticket") ?? "", {
    displayName: values.organisationName,
    name: values.initialDomain,
    administrator: { displayName: values.displayName, address, password },
  });
  if (outcome.ok) return [];
  if (outcome.refusal.code === "set-up-ticket-unknown") return undefined;
  const complaint = complaints[outcome.refusal.code];
  if (!complaint) throw new Error(`the set-up was refused: ${outcome.refusal.code}`);
  return [{ field: complaint.field, text: t(complaint.words) }];
}

/** What to say about a refused form, and at which field. */
const complaints: {
  readonly [Code in SetUpRefusal["code"]]?: { readonly field: string; readonly words: PlainMessageKey };
} = {
  "organisation-name-empty": { field: "organisationName", words: "set-up.error.organisation-name" },
  "display-name-empty": { field: "displayName", words: "set-up.error.display-name" },
  "tenant-name-invalid": { field: "initialDomain", words: "set-up.error.initial-domain" },
  "tenant-exists": { field: "initialDomain", words: "set-up.error.initial-domain" },
  "user-name-invalid": { field: "email", words: "sign-in.address-wrong" },
  "password-too-short": { field: "password", words: "set-up.error.password-short" },
  "password-too-long": { field: "password", words: "set-up.password-hint" },
  "password-contains-name": { field: "password", words: "set-up.password-hint" },
};

async function show(c: Context, machine: Machine, values: Values, errors: FormError[]): Promise<Response> {
  const session = await ensureBrowser(c, machine);
  const url = new URL(c.req.url);
  return c.html(
    setUpPage({
      frame: frameOf(c, machine, undefined),
      csrf: csrfToken(machine, session.sessionId),
      action: `${url.pathname}${url.search}`,
      values,
      errors,
    }),
    errors.length > 0 ? 400 : 200,
  );
}

function unknownLink(c: Context, machine: Machine): Response | Promise<Response> {
  return c.html(
    problemPage({ frame: frameOf(c, machine, undefined), problem: "page-not-found", nextUrl: "/" }),
    404,
  );
}
