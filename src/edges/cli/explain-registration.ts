import type { RegistrationRefusal } from "../../domain/applications/register-application.ts";

const sentences: { readonly [Code in RegistrationRefusal["code"]]: string } = {
  "display-name-empty": "The application needs a name.",
  "application-exists": "An application with this client id exists already.",
  "identifier-uri-taken": "Another application has this identifier URI.",
  "redirect-uri-invalid": "it must be a whole address such as https://app.contoso.example/signin",
  "redirect-uri-too-long": "it is longer than 256 characters",
  "redirect-uri-has-fragment": "it must not have a part behind #",
  "redirect-uri-has-wildcard":
    "redirect URIs are compared character by character; register each one without *",
  "redirect-uri-has-credentials": "it must not hold a user name or password",
  "redirect-uri-not-https": "http is for this machine only (http://localhost/...); use https",
  "redirect-uri-scheme-forbidden":
    "only https, or for --platform publicClient a scheme of the application's own, can be used",
};

/** Why an application cannot be registered, for the person at the terminal. */
export function explainRegistration(refusal: RegistrationRefusal): string {
  const sentence = sentences[refusal.code];
  return "uri" in refusal ? `The redirect URI ${refusal.uri} cannot be used: ${sentence}.` : sentence;
}
