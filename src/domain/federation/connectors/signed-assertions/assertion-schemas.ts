import { z } from "zod";
import type { Attributes } from "./rules/stated-attributes.ts";

/** Times in assertions are always in UTC (SAML Core section 1.3.3). */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const text = z.object({ _: z.string() }).transform(({ _ }) => _);

export const attributeValues = z
  .array(z.object({ _: z.string().default("") }).transform(({ _ }) => _))
  .default([]);

export const assertionId = z.string().min(1).max(512);

/** What is wrong with something that was read. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.filter((part) => typeof part === "string").join("/")}: ${issue?.message}`;
}

/** Values by name; what is named twice has the values of both. */
export function gathered(named: readonly (readonly [string, readonly string[]])[]): Attributes {
  const attributes = new Map<string, readonly string[]>();
  for (const [name, values] of named) attributes.set(name, [...(attributes.get(name) ?? []), ...values]);
  return Object.fromEntries(attributes);
}

/** The latest of some moments. */
export function latest(moments: readonly Date[]): Date | undefined {
  return moments.length === 0 ? undefined : new Date(Math.max(...moments.map((one) => one.getTime())));
}
