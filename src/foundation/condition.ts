/** What a property that can be asked for holds. Texts are compared without regard to the case of letters. */
export type PropertyType = "text" | "id" | "flag" | "moment" | "number" | "list" | "objects";

/** The properties of a kind of object that can be asked for, by the names of its owner. */
export type AskedProperties = Readonly<Record<string, PropertyType>>;

/** The names among `Properties` whose values are of one of these types. */
export type PropertyOf<Properties extends AskedProperties, Type extends PropertyType> = {
  [Name in keyof Properties & string]: Properties[Name] extends Type ? Name : never;
}[keyof Properties & string];

/** What objects can be asked for. */
export type Condition<Properties extends AskedProperties> =
  | { readonly and: readonly Condition<Properties>[] }
  | { readonly or: readonly Condition<Properties>[] }
  | { readonly not: Condition<Properties> }
  | { readonly compare: Comparison<Properties> };

export type OrderOperator = "eq" | "ne" | "ge" | "le" | "gt" | "lt";

/** `hasWords`: each word of the value begins a word of the text. */
export type TextOperator = "startsWith" | "endsWith" | "contains" | "hasWords";

export type Comparison<Properties extends AskedProperties> =
  | {
      readonly property: PropertyOf<Properties, "text">;
      readonly operator: OrderOperator;
      readonly value: string | null;
    }
  | {
      readonly property: PropertyOf<Properties, "text">;
      readonly operator: TextOperator;
      readonly value: string;
    }
  | {
      readonly property: PropertyOf<Properties, "id">;
      readonly operator: "eq" | "ne";
      readonly value: string | null;
    }
  | {
      readonly property: PropertyOf<Properties, "text" | "id">;
      readonly operator: "in";
      readonly value: readonly string[];
    }
  | {
      readonly property: PropertyOf<Properties, "flag">;
      readonly operator: "eq" | "ne";
      readonly value: boolean | null;
    }
  | {
      readonly property: PropertyOf<Properties, "moment">;
      readonly operator: OrderOperator;
      readonly value: Date | null;
    }
  | {
      readonly property: PropertyOf<Properties, "number">;
      readonly operator: OrderOperator;
      readonly value: number | null;
    }
  /** Some text of the list equals, begins or ends so. */
  | {
      readonly property: PropertyOf<Properties, "list">;
      readonly operator: "any" | "anyStartsWith" | "anyEndsWith";
      readonly value: string;
    }
  /** Some one object of the list fulfils all of it; its fields are texts. */
  | {
      readonly property: PropertyOf<Properties, "objects">;
      readonly operator: "anyWith";
      readonly that: Condition<Readonly<Record<string, "text">>>;
    }
  /** How many the list has. */
  | {
      readonly property: PropertyOf<Properties, "list" | "objects">;
      readonly operator: "count";
      readonly is: OrderOperator;
      readonly value: number;
    };

/** Properties that are only known when the program runs. */
// biome-ignore lint/suspicious/noExplicitAny: whatever their types are, each comparison keeps its shape
export type AnyProperties = Readonly<Record<string, any>>;

export type AnyCondition = Condition<AnyProperties>;
