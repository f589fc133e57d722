import { z } from "zod";
import {
  type DomainRestriction,
  mostRestrictedDomains,
  noDomainRestriction,
  type RestrictedDomain,
} from "../../../../domain/policies/rules/domain-restriction.ts";
import { parseDomainName } from "../../../../foundation/domain-name.ts";

const domainName = z.string().transform((text, context) => {
  const name = parseDomainName(text);
  if (name === undefined)
    context.addIssue(`'${text.slice(0, 100)}' is no name of a domain; wildcards are not known`);
  return name ?? z.NEVER;
});

/** A domain by itself, or (an extension) with everything below it. */
const entry = z.union([
  domainName.transform((domain): RestrictedDomain => ({ domain, includesSubdomains: false })),
  z.strictObject({ domain: domainName, includeSubdomains: z.boolean() }).transform(
    ({ domain, includeSubdomains }): RestrictedDomain => ({
      domain,
      includesSubdomains: includeSubdomains,
    }),
  ),
]);

const entries = z
  .array(entry)
  .max(mostRestrictedDomains)
  .transform((listed) => [...new Map(listed.map((one) => [one.domain, one])).values()]);

/** The one JSON text in `definition`. What never was more than a preview there is passed over. */
const definition = z.strictObject({
  B2BManagementPolicy: z.strictObject({
    Version: z.number().optional(),
    PreviewPolicy: z.unknown().optional(),
    AutoRedeemPolicy: z.record(z.string(), z.array(z.unknown()).max(0, "is not offered here")).optional(),
    InvitationsAllowedAndBlockedDomainsPolicy: z
      .strictObject({ AllowedDomains: entries.optional(), BlockedDomains: entries.optional() })
      .refine(
        ({ AllowedDomains, BlockedDomains }) => !(AllowedDomains?.length && BlockedDomains?.length),
        "holds domains that are allowed or domains that are blocked, not both",
      )
      .refine(
        ({ AllowedDomains, BlockedDomains }) => AllowedDomains?.length !== 0 || BlockedDomains !== undefined,
        "would allow nobody; to allow everybody, write an empty list BlockedDomains",
      )
      .optional(),
  }),
});

/** The schema of `definition`: a collection of exactly one JSON text, in whichever quotes. */
export const domainPolicyDefinition = z
  .array(z.string())
  .length(1)
  .transform((texts, context): DomainRestriction => {
    const read = definition.safeParse(parseJson(texts[0] ?? ""));
    if (read.success) return restrictionOf(read.data);
    const [issue] = read.error.issues;
    context.addIssue(`${issue?.path.join("/") || "The text"}: ${issue?.message ?? ""}`);
    return z.NEVER;
  });

/** Scripts write the text in single quotes to spare the double ones. */
function parseJson(text: string): unknown {
  for (const candidate of [text, text.replaceAll("'", '"')])
    try {
      return JSON.parse(candidate);
    } catch {
      // The other quotes, or no JSON at all.
    }
  return undefined;
}

function restrictionOf({ B2BManagementPolicy }: z.infer<typeof definition>): DomainRestriction {
  const { AllowedDomains = [], BlockedDomains = [] } =
    B2BManagementPolicy.InvitationsAllowedAndBlockedDomainsPolicy ?? {};
  if (AllowedDomains.length > 0) return { kind: "allow", domains: AllowedDomains };
  return BlockedDomains.length > 0 ? { kind: "deny", domains: BlockedDomains } : noDomainRestriction;
}

/** The same text for a restriction. */
export function presentDefinition({ kind, domains }: DomainRestriction): string {
  const listed = domains.map(({ domain, includesSubdomains }) =>
    includesSubdomains ? { domain, includeSubdomains: true } : domain,
  );
  const lists = kind === "allow" ? { AllowedDomains: listed } : { BlockedDomains: listed };
  return JSON.stringify({ B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy: lists } });
}
