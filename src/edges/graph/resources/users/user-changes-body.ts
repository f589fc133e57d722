import { z } from "zod";
import type { UserChanges } from "../../../../domain/directory/update-user.ts";
import { type EmailAddress, parseEmailAddress } from "../../../../foundation/email-address.ts";
import { badRequest } from "../../graph-error.ts";
import { isUserProperty } from "./user-properties.ts";

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

const address = z.string().transform((typed, context): EmailAddress => {
  const parsed = parseEmailAddress(typed);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "must be an e-mail address" });
  return z.NEVER;
});

/** What `PATCH /users/{id}` can change, with the limits of the reference; null empties. */
const changes = {
  accountEnabled: z.boolean(),
  businessPhones: z.array(line(64)).max(1),
  companyName: line(64).nullable(),
  department: line(64).nullable(),
  displayName: line(256).min(1),
  givenName: line(64).nullable(),
  jobTitle: line(128).nullable(),
  mail: address,
  mobilePhone: line(64).nullable(),
  officeLocation: line(128).nullable(),
  otherMails: z.array(address).max(250),
  preferredLanguage: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, "must be a language tag")
    .nullable(),
  showInAddressList: z.boolean().nullable(),
  surname: line(64).nullable(),
  usageLocation: z
    .string()
    .regex(/^[a-z]{2}$/i, "must be a country code of two letters")
    .nullable(),
  userType: z.enum(["Guest", "Member"]),
};

/** The body of `PATCH /users/{id}`. */
export const userChangesBody = z.strictObject(changes).partial();

/** Reads the body of `PATCH /users/{id}`; throws 400 naming what cannot be changed so. */
export function readUserChanges(body: Record<string, unknown>): UserChanges {
  const typed = Object.fromEntries(Object.entries(body).filter(([name]) => !name.includes("@odata.")));
  for (const name of Object.keys(typed)) {
    if (Object.hasOwn(changes, name)) continue;
    throw !isUserProperty(name)
      ? badRequest(`Invalid property '${name.slice(0, 100)}'.`, {
          code: "UnknownProperty",
          target: name.slice(0, 100),
          message: "This property does not exist on a user.",
        })
      : badRequest(`Property '${name}' is read-only and cannot be set.`, {
          code: "ReadOnlyProperty",
          target: name,
          message: "Leave it out of the request.",
        });
  }
  const parsed = userChangesBody.safeParse(typed);
  if (!parsed.success) {
    const details = parsed.error.issues.map((issue) => ({
      code: "InvalidValue",
      target: issue.path.join("/"),
      message: issue.message,
    }));
    throw badRequest(
      `Invalid value specified for property '${details[0]?.target ?? ""}' of resource 'User'.`,
      ...details.slice(0, 20),
    );
  }
  const { userType, ...plain } = parsed.data;
  const read = { ...plain, ...(userType ? { kind: userType === "Member" ? "member" : "guest" } : {}) };
  return withoutUndefined(read) as UserChanges;
}

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
