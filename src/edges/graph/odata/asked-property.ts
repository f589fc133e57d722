import type { AnyProperties } from "../../../foundation/condition.ts";
import type { FilterOperator } from "./filter-support.ts";
import type { PropertyFilter } from "./resource-type.ts";

/** What the compiler knows of a property while it translates one comparison. */
export interface AskedProperty {
  readonly path: string;
  readonly filter: PropertyFilter<AnyProperties>;
  /** Throws unless the property is offered for this operator. */
  require(operator: FilterOperator): void;
}
