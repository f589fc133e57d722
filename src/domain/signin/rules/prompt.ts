/** OpenID Connect Core section 3.1.2.1: `none` excludes every other value, so the value cannot be inconsistent. */
export type Prompt =
  | { readonly kind: "none" }
  | {
      readonly kind: "interactive";
      readonly login: boolean;
      readonly selectAccount: boolean;
      readonly consent: boolean;
    };
