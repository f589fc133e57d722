import type { AskedProperties, PropertyOf } from "../../../foundation/condition.ts";
import { badRequest } from "../graph-error.ts";
import type { FilterSupport } from "./filter-support.ts";

/** Translates words of the wire (in lower case) into the domain's. */
export type WireWords = Readonly<Record<string, string>>;

/** How a property can be filtered: what it is to the domain, and where it differs from others of its type. */
export type PropertyFilter<Properties extends AskedProperties> = { readonly support?: FilterSupport } & (
  | { readonly type: "text"; readonly property: PropertyOf<Properties, "text"> }
  /** One of few words, which the wire spells otherwise than the domain. */
  | {
      readonly type: "word";
      readonly property: PropertyOf<Properties, "text">;
      readonly words: WireWords;
    }
  | { readonly type: "id"; readonly property: PropertyOf<Properties, "id"> }
  | { readonly type: "flag"; readonly property: PropertyOf<Properties, "flag"> }
  | { readonly type: "moment"; readonly property: PropertyOf<Properties, "moment"> }
  | { readonly type: "number"; readonly property: PropertyOf<Properties, "number"> }
  | { readonly type: "list"; readonly property: PropertyOf<Properties, "list"> }
  | {
      readonly type: "objects";
      readonly property: PropertyOf<Properties, "objects">;
      /** Fields of an object on the wire, each with its name in the domain. */
      readonly fields: Readonly<Record<string, { readonly field: string; readonly words?: WireWords }>>;
    }
);

/** One property on the wire: how it is read, and what can be asked of it. */
export interface ResourceProperty<Shown, Properties extends AskedProperties> {
  readonly read: (shown: Shown) => unknown;
  /** Answered without `$select`. */
  readonly isDefault?: true;
  readonly filter?: PropertyFilter<Properties>;
  /** An order to list by; only what is never empty can be one. */
  readonly order?: {
    readonly property: PropertyOf<Properties, "text" | "moment" | "number">;
    readonly isAdvanced?: true;
  };
  /** Found by `$search`: by words, or by how it begins. */
  readonly search?: {
    readonly by: "words" | "beginning";
    readonly property: PropertyOf<Properties, "text">;
  };
}

/** A kind of object on the wire. */
export interface ResourceType<Shown, Properties extends AskedProperties> {
  /** As in `microsoft.graph.user`. */
  readonly name: string;
  /** As in `/users`. */
  readonly collection: string;
  readonly properties: Readonly<Record<string, ResourceProperty<Shown, Properties>>>;
  /** Ways into a property that can be filtered although they are no properties: `status/errorCode`. */
  readonly paths?: Readonly<Record<string, PropertyFilter<Properties>>>;
}

/** The properties a caller may see, ask for and order by; the others are there and empty. */
export type Visible = "everything" | { has(name: string): boolean };

/** The property of this name; names are case-sensitive. Throws 400 when there is none. */
export function propertyOf<Shown, Properties extends AskedProperties>(
  type: ResourceType<Shown, Properties>,
  name: string,
): ResourceProperty<Shown, Properties> {
  const property = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
  if (property !== undefined) return property;
  throw badRequest(
    `Could not find a property named '${name.slice(0, 100)}' on type 'microsoft.graph.${type.name}'.`,
    { code: "UnknownProperty", target: name.slice(0, 100), message: "Property names are case-sensitive." },
  );
}

/** Throws 400 for a selected property that there is not. */
export function checkSelection<Properties extends AskedProperties>(
  type: ResourceType<never, Properties>,
  select: readonly string[] | undefined,
): void {
  for (const name of select ?? []) propertyOf(type, name);
}
