/** OpenID Connect Core section 3.1.2.1: `none` excludes every other value, so the value cannot be inconsistent. */
export type Prompt =
  | { readonly kind: "none" }
  | {
      readonly kind: "interactive";
      readonly login: boolean;
      readonly selectAccount: boolean;
      readonly consent: boolean;
      /** Who has no account here is asked to make one first (Initiating User Registration via OpenID Connect 1.0). */
      readonly create?: boolean;
    };
