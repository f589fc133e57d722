import type { GraphEndpoint } from "../../graph-request.ts";
import type { photoOperations } from "./photo-operations.ts";
import { myPhotoEndpoint, photoEndpoint } from "./read-photo-endpoint.ts";

export const photoEndpoints: Record<keyof typeof photoOperations, GraphEndpoint> = {
  "GET /me/photo": myPhotoEndpoint,
  "GET /me/photo/$value": myPhotoEndpoint,
  "GET /users/:id/photo": photoEndpoint("GET /users/:id/photo"),
  "GET /users/:id/photo/$value": photoEndpoint("GET /users/:id/photo/$value"),
  "GET /users/:id/photos": photoEndpoint("GET /users/:id/photos"),
  "GET /users/:id/photos/:size/$value": photoEndpoint("GET /users/:id/photos/:size/$value"),
};
