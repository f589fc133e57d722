/**
 * The names of the parameters in an ICU message, read off its type: every single word after an opening brace.
 * Branches of a plural therefore hold `#` or more than one word (`one {# guest}`), never a lone word.
 */
export type MessageParameters<Message extends string> = Message extends `${string}{${infer Rest}`
  ? SimpleName<FirstWord<Rest>> | MessageParameters<Rest>
  : never;

type FirstWord<Text extends string> = Text extends `${infer Head}}${string}`
  ? Head extends `${infer Name},${string}`
    ? Name
    : Head
  : never;

type SimpleName<Word extends string> = Word extends "" | `${string}${" " | "#" | "{"}${string}`
  ? never
  : Word;
