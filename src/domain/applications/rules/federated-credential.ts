import type { FederatedCredentialId } from "../../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";

/** Whose tokens an application may show instead of a secret: those of an issuer outside, about one subject. */
export interface FederatedCredential {
  readonly credentialId: FederatedCredentialId;
  /** Unique within the application, and never changed. */
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly description: string | undefined;
}

export type FederatedCredentialProperties = Omit<FederatedCredential, "credentialId">;

export type FederatedCredentialRefusal = {
  readonly code:
    | "credential-name-invalid"
    | "credential-issuer-invalid"
    | "credential-subject-invalid"
    | "credential-audience-invalid"
    | "credential-description-too-long";
};

const longestText = 600;

/** Whether the properties make a credential that can be checked later: the issuer's keys are found over https. */
export function checkFederatedCredential(
  properties: FederatedCredentialProperties,
): Result<FederatedCredentialProperties, FederatedCredentialRefusal> {
  const { name, issuer, subject, audiences, description = "" } = properties;
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/.test(name)) return refuse({ code: "credential-name-invalid" });
  if (!isIssuer(issuer)) return refuse({ code: "credential-issuer-invalid" });
  if (!isText(subject)) return refuse({ code: "credential-subject-invalid" });
  if (audiences.length !== 1 || !audiences.every(isText))
    return refuse({ code: "credential-audience-invalid" });
  if (description.length > longestText) return refuse({ code: "credential-description-too-long" });
  return accept(properties);
}

/** An issuer is an https address without query and fragment (OpenID Connect Core section 1.2). */
function isIssuer(text: string): boolean {
  if (!isText(text) || !/^https:\/\/[^/]/.test(text) || /[?#]/.test(text) || !URL.canParse(text))
    return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

function isText(text: string): boolean {
  return text.length > 0 && text.length <= longestText && !/\p{Cc}/u.test(text);
}
