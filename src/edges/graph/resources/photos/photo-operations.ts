import type { OperationTable } from "../../operation-table.ts";

const ownPhoto = ["User.Read", "User.ReadWrite"];
const readPhotos = [
  "User.ReadBasic.All",
  "User.Read.All",
  "User.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const mine = { delegated: [...ownPhoto, ...readPhotos], application: [] };
const somebodys = { delegated: readPhotos, own: ownPhoto, application: readPhotos };

export const photoOperations = {
  "GET /me/photo": { summary: "Learn that one has no photo", ...mine },
  "GET /me/photo/$value": { summary: "Learn that one has no photo", ...mine },
  "GET /users/:id/photo": { summary: "Learn that a user has no photo", ...somebodys },
  "GET /users/:id/photo/$value": { summary: "Learn that a user has no photo", ...somebodys },
  "GET /users/:id/photos": { summary: "Learn that a user has no photos", ...somebodys },
  "GET /users/:id/photos/:size/$value": { summary: "Learn that a user has no photo", ...somebodys },
} as const satisfies OperationTable;
