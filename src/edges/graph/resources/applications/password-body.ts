import { z } from "zod";
import { line } from "./application-parts-body.ts";

const moment = z.iso.datetime({ offset: true });

/** The body of `POST /applications/{id}/addPassword`. */
export const addPasswordBody = z
  .strictObject({
    passwordCredential: z
      .strictObject({
        displayName: line(120).nullish(),
        startDateTime: moment.nullish(),
        endDateTime: moment.nullish(),
        // What the service fills in may be sent back empty.
        customKeyIdentifier: z.null().optional(),
        hint: z.null().optional(),
        keyId: z.string().nullish(),
        secretText: z.null().optional(),
      })
      .nullable(),
  })
  .partial();

/** The body of `POST /applications/{id}/removePassword`. */
export const removePasswordBody = z.strictObject({ keyId: z.guid() });
