import { z } from "zod";
import type { GroupChanges } from "../../../../domain/directory/update-group.ts";
import { parseGuid } from "../../../../foundation/identifiers.ts";
import { badRequest, type GraphErrorDetail } from "../../graph-error.ts";
import { referencedId } from "../../odata/referenced-id.ts";
import { isGroupProperty } from "./group-properties.ts";

const mostReferences = 20;

const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

const references = z
  .array(
    z.string().transform((reference, context): string => {
      const id = parseGuid(referencedId(reference) ?? "");
      if (id !== undefined) return id;
      context.addIssue({ code: "custom", message: "must be the address of an object in the directory" });
      return z.NEVER;
    }),
  )
  .max(mostReferences, `can name at most ${mostReferences} objects in one request`);

const changeable = {
  displayName: line(256).refine((name) => name.trim() !== "", "must not be empty"),
  description: line(1024).nullable(),
  mailNickname: z
    .string()
    .max(64)
    .regex(/^[\x21-\x7e]+$/, "must be 1 to 64 letters, digits and signs of ASCII, without spaces")
    .regex(/^[^@()\\[\]";:<>,]*$/, 'must not contain any of @ ( ) \\ [ ] " ; : < > ,'),
};

/** What every group here is; the properties may be sent, and cannot be otherwise. */
const fixed = {
  groupTypes: z.array(z.string()).max(0, {
    error:
      "must be empty: Guesthouse has security groups whose members are assigned, no Microsoft 365 groups (Unified) and no dynamic membership",
  }),
  mailEnabled: z.literal(false, {
    error: "must be false: Guesthouse has no Microsoft 365 groups and no mail-enabled groups",
  }),
  securityEnabled: z.literal(true, { error: "must be true: all groups are security groups" }),
};

const newGroup = z.strictObject({
  ...changeable,
  description: changeable.description.optional(),
  groupTypes: fixed.groupTypes.optional(),
  mailEnabled: fixed.mailEnabled,
  securityEnabled: fixed.securityEnabled,
  "members@odata.bind": references.optional(),
  "owners@odata.bind": references.optional(),
});

const groupChanges = z.strictObject({ ...changeable, ...fixed, "members@odata.bind": references }).partial();

export interface NewGroupBody {
  readonly displayName: string;
  readonly description: string | undefined;
  readonly mailNickname: string;
  readonly memberIds: readonly string[];
  readonly ownerIds: readonly string[];
}

/** Reads the body of `POST /groups`; throws 400 naming what is wrong with it. */
export function readNewGroup(body: Record<string, unknown>): NewGroupBody {
  const read = parseBody(newGroup, body);
  return {
    displayName: read.displayName.trim(),
    description: read.description ?? undefined,
    mailNickname: read.mailNickname,
    memberIds: read["members@odata.bind"] ?? [],
    ownerIds: read["owners@odata.bind"] ?? [],
  };
}

/** Reads the body of `PATCH /groups/{id}`; throws 400 naming what cannot be changed so. */
export function readGroupChanges(body: Record<string, unknown>): {
  readonly changes: GroupChanges;
  readonly addedMemberIds: readonly string[];
} {
  const { displayName, description, mailNickname, ...rest } = parseBody(groupChanges, body);
  return {
    changes: {
      ...(displayName === undefined ? {} : { displayName: displayName.trim() }),
      ...(description === undefined ? {} : { description }),
      ...(mailNickname === undefined ? {} : { mailNickname }),
    },
    addedMemberIds: rest["members@odata.bind"] ?? [],
  };
}

function parseBody<Shape extends z.ZodObject>(schema: Shape, body: Record<string, unknown>): z.output<Shape> {
  const { "@odata.type": _, ...typed } = body;
  const unknown = Object.keys(typed).find((name) => !Object.hasOwn(schema.shape, name));
  if (unknown !== undefined) throw notSettable(unknown.slice(0, 100));
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map(
    (issue): GraphErrorDetail => ({
      code: issue.path[0] !== undefined && !Object.hasOwn(typed, issue.path[0]) ? "Required" : "InvalidValue",
      target: issue.path.join("/"),
      message: issue.message,
    }),
  );
  throw badRequest(
    `Invalid value specified for property '${details[0]?.target ?? ""}' of resource 'Group'.`,
    ...details.slice(0, 20),
  );
}

function notSettable(name: string): Error {
  return isGroupProperty(name)
    ? badRequest(`Property '${name}' is read-only and cannot be set.`, {
        code: "ReadOnlyProperty",
        target: name,
        message: "Leave it out of the request.",
      })
    : badRequest(`Invalid property '${name}'.`, {
        code: "UnknownProperty",
        target: name,
        message: "This property does not exist on a group, or cannot be set in this request.",
      });
}
