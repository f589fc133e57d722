/** The part of `passport-azure-ad` that the tests use; it brings no types. */
declare module "passport-azure-ad" {
  interface StrategyOptions {
    readonly identityMetadata: string;
    readonly clientID: string;
    readonly validateIssuer: boolean;
    readonly loggingLevel?: "info" | "warn" | "error";
    readonly scope?: readonly string[];
  }

  interface OidcStrategyOptions extends StrategyOptions {
    readonly responseType: "code" | "id_token" | "code id_token";
    readonly responseMode: "query" | "form_post";
    readonly redirectUrl: string;
    readonly allowHttpForRedirectUrl?: boolean;
    readonly clientSecret?: string;
  }

  type Done = (error: unknown, user?: object | false) => void;

  interface Strategy {
    authenticate(request: object, options?: object): void;
  }

  export class OIDCStrategy implements Strategy {
    constructor(
      options: OidcStrategyOptions,
      verify: (
        issuer: string,
        subject: string,
        profile: object,
        accessToken: string | undefined,
        refreshToken: string | undefined,
        done: Done,
      ) => void,
    );
    authenticate(request: object, options?: object): void;
  }

  export class BearerStrategy implements Strategy {
    constructor(options: StrategyOptions, verify: (claims: object, done: Done) => void);
    authenticate(request: object, options?: object): void;
  }
}
