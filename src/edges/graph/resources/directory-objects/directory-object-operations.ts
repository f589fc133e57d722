import { z } from "zod";
import type { OperationTable } from "../../operation-table.ts";
import { membershipOperations } from "./membership-operations.ts";

const readDirectory = ["Directory.Read.All", "Directory.ReadWrite.All"];
const read = { delegated: readDirectory, application: readDirectory };

const mostIds = 1000;

/** The body of `POST /directoryObjects/getByIds`. */
export const getByIdsBody = z.object({
  ids: z.array(z.guid()).min(1).max(mostIds),
  types: z.array(z.string().max(100)).max(50).optional(),
});

export const directoryObjectOperations = {
  "POST /directoryObjects/getByIds": {
    summary: "Read objects of any type by their ids",
    ...read,
    body: getByIdsBody,
  },
  "GET /directoryObjects/:id": { summary: "Read an object of any type", ...read },
  ...membershipOperations("/directoryObjects/:id", "directory object", read),
} as const satisfies OperationTable;
