/** The name of a provider as people see it, without blanks around it; undefined for one that cannot be shown. */
export function readProviderName(typed: string): string | undefined {
  const name = typed.trim();
  return name.length >= 1 && name.length <= 100 && !/\p{Cc}/u.test(name) ? name : undefined;
}
