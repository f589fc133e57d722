import { type Context, Hono } from "hono";
import type { Circumstances } from "../../../domain/audit/circumstances.ts";
import { createMember } from "../../../domain/directory/create-member.ts";
import { createTenant } from "../../../domain/directory/create-tenant.ts";
import { acceptablePassword } from "../../../domain/directory/rules/acceptable-password.ts";
import { isSetUpTicket } from "../../../domain/directory/set-up-ticket.ts";
import { parseDomainName } from "../../../foundation/domain-name.ts";
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
import { words } from "../words/words.ts";

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
      return errors.length > 0 ? show(c, machine, values, errors) : c.redirect("/myapps", 303);
    });
}

/** Makes tenant and administrator, or says what is wrong with the form. */
async function setUp(c: Context, machine: Machine, values: Values, password: string): Promise<FormError[]> {
  const t = words(frameOf(c, machine, undefined).language);
  const address = parseEmailAddress(
    values.email.includes("@") ? values.email : `${values.email}@${values.initialDomain}.guesthouse.internal`,
  );
  const domain = values.email.includes("@") ? parseDomainName(values.email.split("@")[1] ?? "") : undefined;
  if (!address) return [{ field: "email", text: t("sign-in.address-wrong") }];
  if (!acceptablePassword(password, address).ok)
    return [{ field: "password", text: t("set-up.password-hint") }];
  const circumstances: Circumstances = circumstancesOf(
    c,
    { kind: "operator" },
    machine.configuration.behindProxy,
  );
  const tenant = await createTenant(machine, circumstances, {
    displayName: values.organisationName,
    name: values.initialDomain,
    domains: domain ? [domain] : [],
  });
  if (!tenant.ok) return [{ field: "initialDomain", text: t("set-up.initial-domain-hint") }];
  const { tenantId } = tenant.value;
  const member = await createMember(machine, circumstances, {
    tenantId,
    userPrincipalName: address,
    displayName: values.displayName,
    password,
    roles: ["global-administrator"],
  });
  if (!member.ok) throw new Error(`the administrator was refused: ${member.refusal.code}`);
  return [];
}

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
