/** The parameters and tags that an ICU message uses, sorted: every translation must use the same. */
export function messageParametersOf(message: string): string[] {
  const parameters = [...message.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? "");
  const tags = [...message.matchAll(/<(\w+)>/g)].map((match) => `<${match[1]}>`);
  return [...new Set([...parameters, ...tags])].sort();
}
