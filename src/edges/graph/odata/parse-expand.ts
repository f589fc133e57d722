import { badRequest, unsupportedQuery } from "../graph-error.ts";

/** One navigation whose objects stand inside the answer. */
export interface Expansion {
  readonly navigation: string;
  readonly select: readonly string[] | undefined;
}

/** Reads `$expand`: one navigation that there is, with a selection of its own at most. */
export function parseExpand(text: string, navigations: readonly string[]): Expansion {
  const match = /^\s*(\w{1,100})\s*(?:\((.*)\))?\s*$/s.exec(text);
  if (match?.[1] === undefined)
    throw unsupportedQuery("Could not read $expand: one navigation per request is supported.", {
      code: "ExpandMalformed",
      target: "$expand",
      message: "Write its name, and what to select of it: $expand=manager($select=id,displayName).",
    });
  const [, navigation = "", options = ""] = match;
  if (!navigations.includes(navigation))
    throw unsupportedQuery(
      navigations.length === 0
        ? "The query option '$expand' is not supported here."
        : `'${navigation}' cannot be expanded here; what can is ${navigations.join(", ")}.`,
    );
  return { navigation, select: readSelection(options) };
}

function readSelection(options: string): readonly string[] | undefined {
  let select: readonly string[] | undefined;
  for (const option of options.split(";").filter((one) => one.trim() !== "")) {
    const named = /^\s*\$?select\s*=(.*)$/is.exec(option)?.[1];
    if (named === undefined)
      throw unsupportedQuery(
        `Inside $expand only $select is supported, not '${option.trim().slice(0, 50)}'.`,
      );
    select = readNames(named);
  }
  return select;
}

/** A list of property names, each once; undefined for what means all. Throws 400 for what are no names. */
export function readNames(text: string | undefined): readonly string[] | undefined {
  if (text === undefined || text.trim() === "" || text.trim() === "*") return undefined;
  const names = text.split(",").map((name) => name.trim());
  const strange = names.find((name) => !/^[\w@.]{1,100}$/.test(name));
  if (strange !== undefined || names.length > 100)
    throw badRequest(`Could not read $select at '${(strange ?? text).slice(0, 100)}'.`);
  return [...new Set(names)];
}
