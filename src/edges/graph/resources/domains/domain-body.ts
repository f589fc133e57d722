import { z } from "zod";
import { type DomainName, parseDomainName } from "../../../../foundation/domain-name.ts";
import { badRequest } from "../../graph-error.ts";

/** The body of `POST /domains`. */
export const newDomainBody = z.strictObject({ id: z.string().max(253) });

/** The body of `PATCH /domains/{id}`. */
export const domainChangesBody = z.strictObject({ isDefault: z.boolean() });

/** Reads the name of a new domain; throws 400. */
export function readNewDomain(body: Record<string, unknown>): DomainName {
  const parsed = newDomainBody.safeParse(withoutAnnotations(body));
  const name = parsed.success ? parseDomainName(parsed.data.id) : undefined;
  if (name !== undefined) return name;
  throw badRequest("Invalid value specified for property 'id' of resource 'Domain'.", {
    code: "InvalidValue",
    target: "id",
    message: 'The body is { "id": "fabrikam.com" }: the name of the domain, and nothing else.',
  });
}

/** Reads what is to change; throws 400 unless it is that the domain becomes the default one. */
export function readDomainChanges(body: Record<string, unknown>): void {
  const parsed = domainChangesBody.safeParse(withoutAnnotations(body));
  if (parsed.success && parsed.data.isDefault) return;
  throw badRequest("Only 'isDefault' of a domain can be changed, and only to true.", {
    code: "InvalidValue",
    target: "isDefault",
    message: "Another domain stops being the default when this one becomes it.",
  });
}

function withoutAnnotations(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.includes("@odata.")));
}
