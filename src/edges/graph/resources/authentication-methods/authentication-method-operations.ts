import type { OperationTable } from "../../operation-table.ts";

const readAll = ["UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All"];
const changeAll = ["UserAuthenticationMethod.ReadWrite.All"];
const read = {
  delegated: readAll,
  own: ["UserAuthenticationMethod.Read", "UserAuthenticationMethod.ReadWrite"],
  application: readAll,
};

export const authenticationMethodOperations = {
  "GET /users/:id/authentication/methods": { summary: "List how a user signs in", ...read },
  "GET /users/:id/authentication/methods/:methodId": {
    summary: "Read one way in which a user signs in",
    ...read,
  },
  "GET /users/:id/authentication/passwordMethods": {
    summary: "Learn whether a user has a password, and since when",
    ...read,
  },
  "GET /users/:id/authentication/passwordMethods/:methodId": {
    summary: "Learn since when a user has their password",
    ...read,
  },
  "GET /users/:id/authentication/softwareOathMethods": {
    summary: "Learn whether a user has an authenticator app",
    ...read,
  },
  "GET /users/:id/authentication/softwareOathMethods/:methodId": {
    summary: "Learn since when a user has their authenticator app",
    ...read,
  },
  "DELETE /users/:id/authentication/softwareOathMethods/:methodId": {
    summary: "Take the authenticator app away from somebody who lost it",
    delegated: changeAll,
    application: changeAll,
  },
} as const satisfies OperationTable;
