/** The part of `wsfed` that the tests use; it brings no types. */
declare module "wsfed" {
  interface ExpressRequest {
    readonly query: Readonly<Record<string, string>>;
    readonly originalUrl: string;
    readonly protocol: string;
    readonly headers: object;
  }

  interface ExpressResponse {
    set(name: string, value: string): void;
    send(body: string | number, text?: string): void;
  }

  type Middleware = (
    request: ExpressRequest,
    response: ExpressResponse,
    next: (error: Error) => void,
  ) => void;

  interface AuthOptions {
    readonly issuer: string;
    readonly cert: string;
    readonly key: string;
    readonly lifetime: number;
    readonly getUserFromRequest: (request: ExpressRequest) => object;
    readonly getPostURL: (
      realm: string,
      reply: string,
      request: ExpressRequest,
      done: (error: null, url: string) => void,
    ) => void;
  }

  const wsfed: {
    auth(options: AuthOptions): Middleware;
    metadata(options: {
      readonly issuer: string;
      readonly cert: string;
      readonly endpointPath: string;
    }): Middleware;
  };
  export default wsfed;
}
