import {
  type BuiltInAttributeId,
  builtInAttributes,
} from "../../../domain/signup/rules/sign-up-attribute.ts";
import type { SignUpQuestion } from "../../../domain/signup/rules/sign-up-offer.ts";
import type { PlainMessageKey, Translator } from "../words/words.ts";

/** What the attributes that everybody has are called. */
const attributeWords: Readonly<Record<BuiltInAttributeId, PlainMessageKey>> = {
  City: "attribute.city",
  Country: "attribute.country",
  DisplayName: "attribute.display-name",
  GivenName: "attribute.given-name",
  JobTitle: "attribute.job-title",
  PostalCode: "attribute.postal-code",
  State: "attribute.state",
  StreetAddress: "attribute.street-address",
  Surname: "attribute.surname",
};

/** The questions in our words: a built-in attribute that the flow calls nothing else is called as the language does. */
export function questionsInOurWords(t: Translator, questions: readonly SignUpQuestion[]): SignUpQuestion[] {
  return questions.map((question) => {
    const { origin, attributeId, label } = question;
    if (origin !== "built-in") return question;
    const builtIn = attributeId as BuiltInAttributeId;
    return label === builtInAttributes[builtIn].displayName
      ? { ...question, label: t(attributeWords[builtIn]) }
      : question;
  });
}
