import type { OperationTable } from "../../operation-table.ts";
import { userChangesBody } from "./user-changes-body.ts";

const readUsers = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const listUsers = ["User.ReadBasic.All", ...readUsers];
const changeUsers = ["User.ReadWrite.All", "Directory.ReadWrite.All"];
const readOwn = ["User.Read", "User.ReadWrite"];

export const userOperations = {
  "GET /me": {
    summary: "Read the signed-in person",
    delegated: [...readOwn, ...listUsers],
    application: [],
  },
  "GET /users": { summary: "List users", delegated: listUsers, application: listUsers },
  "GET /users/$count": { summary: "Count users", delegated: listUsers, application: listUsers },
  "GET /users/:id": {
    summary: "Read a user",
    delegated: listUsers,
    own: readOwn,
    application: listUsers,
  },
  "PATCH /users/:id": {
    summary: "Change a user",
    delegated: changeUsers,
    own: ["User.ReadWrite"],
    application: changeUsers,
    body: userChangesBody,
  },
  "DELETE /users/:id": {
    summary: "Delete a user",
    delegated: ["User.ReadWrite.All"],
    application: ["User.ReadWrite.All"],
  },
  "GET /users/:id/sponsors": {
    summary: "List who answers for a guest",
    delegated: readUsers,
    own: readOwn,
    application: readUsers,
  },
} as const satisfies OperationTable;
