import { z } from "zod";
import type { NewMember } from "../../../../domain/directory/create-member.ts";
import type { UserChanges } from "../../../../domain/directory/update-user.ts";
import { type EmailAddress, parseEmailAddress } from "../../../../foundation/email-address.ts";
import { badRequest } from "../../graph-error.ts";
import { isUserProperty } from "./user-properties.ts";

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

/** An address as it is typed. */
export const address = z.string().transform((typed, context): EmailAddress => {
  const parsed = parseEmailAddress(typed);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "must be an e-mail address" });
  return z.NEVER;
});

/** Clients write flags as text too. */
const flag = z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]);

const unforced = flag
  .refine(
    (isForced) => !isForced,
    "there is no second factor to ask for here: use forceChangePasswordNextSignIn",
  )
  .nullish();

/** A password with what becomes of it. */
export const passwordProfile = z.strictObject({
  password: z.string().optional(),
  forceChangePasswordNextSignIn: flag.nullish(),
  forceChangePasswordNextSignInWithMfa: unforced,
});

/** What can be said of a user, with the limits of the reference; null empties. */
const properties = {
  accountEnabled: z.boolean(),
  businessPhones: z.array(line(64)).max(1),
  city: line(128).nullable(),
  companyName: line(64).nullable(),
  country: line(128).nullable(),
  department: line(64).nullable(),
  displayName: line(256).min(1),
  employeeId: line(16).nullable(),
  givenName: line(64).nullable(),
  jobTitle: line(128).nullable(),
  mail: address,
  mailNickname: line(64).regex(
    /^[^\s@()\\[\]";:<>,]+$/,
    'must be one word without any of @ ( ) \\ [ ] " ; : < > ,',
  ),
  mobilePhone: line(64).nullable(),
  officeLocation: line(128).nullable(),
  otherMails: z.array(address).max(250),
  passwordProfile,
  postalCode: line(40).nullable(),
  preferredLanguage: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "must be a language tag")
    .nullable(),
  showInAddressList: z.boolean().nullable(),
  state: line(128).nullable(),
  streetAddress: line(1024).nullable(),
  surname: line(64).nullable(),
  usageLocation: z
    .string()
    .regex(/^[a-z]{2}$/i, "must be a country code of two letters")
    .nullable(),
  userPrincipalName: line(113),
  userType: z.enum(["Guest", "Member"]),
};

/** The body of `PATCH /users/{id}`. */
export const userChangesBody = z.strictObject(properties).partial();

const required = [
  "accountEnabled",
  "displayName",
  "mailNickname",
  "passwordProfile",
  "userPrincipalName",
] as const;

/** The body of `POST /users`. */
export const newUserBody = userChangesBody.required(
  Object.fromEntries(required.map((name) => [name, true])) as Record<(typeof required)[number], true>,
);

/** The body of `POST /me/changePassword`. */
export const passwordChangeBody = z.strictObject({ currentPassword: z.string(), newPassword: z.string() });

/** Reads the body of `PATCH /users/{id}`; throws 400 naming what cannot be changed so. */
export function readUserChanges(body: Record<string, unknown>): UserChanges {
  const { passwordProfile: profile, ...changes } = parseUser(userChangesBody, body);
  return inDomainWords({
    ...changes,
    password: profile?.password,
    mustChangePassword: profile?.forceChangePasswordNextSignIn ?? undefined,
  });
}

/** Reads the body of `POST /users`; throws 400 naming what is missing or cannot be set. */
export function readNewUser(body: Record<string, unknown>): Omit<NewMember, "tenantId"> {
  const missing = required.find((name) => body[name] === undefined || body[name] === null);
  if (missing !== undefined)
    throw badRequest(`A value is required for property '${missing}' of resource 'User'.`, {
      code: "MissingValue",
      target: missing,
      message:
        "This creates people who sign in here with a password. Invite guests by POST /invitations, or send the identities of those who were approved.",
    });
  const { passwordProfile: profile, ...plain } = parseUser(newUserBody, body);
  const { password, forceChangePasswordNextSignIn } = profile;
  if (password === undefined) throw missingPassword();
  const mustChangePassword = forceChangePasswordNextSignIn ?? false;
  return { ...inDomainWords({ ...plain, mustChangePassword }), password };
}

function missingPassword(): Error {
  return badRequest("A value is required for property 'passwordProfile' of resource 'User'.", {
    code: "MissingValue",
    target: "passwordProfile/password",
    message: "Send the password that the person signs in with the first time.",
  });
}

/** Parses what can be said of a user; throws 400 naming what cannot be. */
export function parseUser<Schema extends z.ZodObject>(
  schema: Schema,
  body: Record<string, unknown>,
): z.infer<Schema> {
  const typed = Object.fromEntries(Object.entries(body).filter(([name]) => !/@odata\.(?!bind)/.test(name)));
  for (const name of Object.keys(typed)) if (!Object.hasOwn(schema.shape, name)) throw unsettable(name);
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    code: "InvalidValue",
    target: issue.path.join("/"),
    message: issue.message,
  }));
  throw badRequest(
    `Invalid value specified for property '${String(details[0]?.target ?? "").split("/", 1)}' of resource 'User'.`,
    ...details.slice(0, 20),
  );
}

function unsettable(name: string): Error {
  return isUserProperty(name)
    ? badRequest(`Property '${name}' is read-only and cannot be set.`, {
        code: "ReadOnlyProperty",
        target: name,
        message: "Leave it out of the request.",
      })
    : badRequest(`Invalid property '${name.slice(0, 100)}'.`, {
        code: "UnknownProperty",
        target: name.slice(0, 100),
        message: "This property does not exist on a user.",
      });
}

/** What was sent, with the kind of user as the domain calls it. */
export function inDomainWords<Read extends { readonly userType?: "Guest" | "Member" | undefined }>({
  userType,
  ...plain
}: Read): DomainWords<Read> {
  const kind = userType === undefined ? undefined : userType === "Member" ? "member" : "guest";
  const entries = Object.entries({ ...plain, kind }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as DomainWords<Read>;
}

/** Without what was not sent. */
type DomainWords<Read> = { [Name in Exclude<keyof Read, "userType">]: Exclude<Read[Name], undefined> } & {
  kind?: "member" | "guest";
};
