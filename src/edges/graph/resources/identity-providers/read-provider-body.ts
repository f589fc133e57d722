import { type DomainName, parseDomainName } from "../../../../foundation/domain-name.ts";
import { badRequest } from "../../graph-error.ts";

/** The domain names in a body; throws 400 for what is none. */
export function readDomains(typed: readonly string[]): DomainName[] {
  return typed.map((text) => {
    const domain = parseDomainName(text);
    if (domain === undefined)
      throw badRequest("A value of 'domains' is no domain name.", {
        code: "InvalidValue",
        target: "domains",
        message: text.slice(0, 253),
      });
    return domain;
  });
}

type Parsed<Body> =
  | { readonly success: true; readonly data: Body }
  | {
      readonly success: false;
      readonly error: {
        readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[];
      };
    };

/** A body that its schema accepts; throws 400 with what is wrong in it. */
export function parsed<Body>(read: Parsed<Body>): Body {
  if (read.success) return read.data;
  throw badRequest(
    "The body does not describe an identity provider.",
    ...read.error.issues.slice(0, 10).map(({ path, message }) => ({
      code: "InvalidValue",
      target: path.map(String).join("/"),
      message,
    })),
  );
}
