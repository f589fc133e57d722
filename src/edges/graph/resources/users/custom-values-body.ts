import type { CustomValue } from "../../../../domain/directory/rules/user.ts";
import { listCustomAttributes } from "../../../../domain/signup/find-attributes.ts";
import { readGivenValue } from "../../../../domain/signup/rules/attribute-value.ts";
import type { SignUpAttribute } from "../../../../domain/signup/rules/sign-up-attribute.ts";
import { badRequest } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { wireTypes } from "../user-flow-attributes/attribute-body.ts";

/** What a body says of the attributes that a tenant made for itself, and the rest of it. */
interface ApartBody {
  readonly rest: Record<string, unknown>;
  readonly customValues: Readonly<Record<string, CustomValue | null>> | undefined;
}

/** Takes `extension_…` properties out of the body of a user; throws 400 for what is none, or of another type. */
export async function takeCustomValues(
  { machine, caller }: GraphRequest,
  body: Record<string, unknown>,
): Promise<ApartBody> {
  const given = Object.entries(body).filter(([name]) => /^extension_[^@]*$/.test(name));
  if (given.length === 0) return { rest: body, customValues: undefined };
  const attributes = await listCustomAttributes(machine.database, caller.tenantId);
  const values = given.map(([name, value]): [string, CustomValue | null] => {
    const attribute = attributes.find(({ attributeId }) => attributeId === name);
    if (!attribute)
      throw badRequest(`Invalid property '${name.slice(0, 100)}'.`, {
        code: "UnknownProperty",
        target: name.slice(0, 100),
        message: "GET /identity/userFlowAttributes lists the custom attributes of this organisation.",
      });
    return [name, readValue(attribute, value)];
  });
  const names = new Set(given.map(([name]) => name));
  const rest = Object.entries(body).filter(([name]) => !names.has(name));
  return { rest: Object.fromEntries(rest), customValues: Object.fromEntries(values) };
}

function readValue(attribute: SignUpAttribute, value: unknown): CustomValue | null {
  if (value === null) return null;
  const read = readGivenValue(attribute, value);
  if (read?.ok) return read.value;
  const { attributeId, dataType } = attribute;
  throw badRequest(`Invalid value specified for property '${attributeId}' of resource 'User'.`, {
    code: "InvalidValue",
    target: attributeId,
    message: `A value of the type ${wireTypes[dataType]} is expected${read === undefined ? "" : ` (${read.refusal.code})`}.`,
  });
}
