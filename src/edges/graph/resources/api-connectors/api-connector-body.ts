import { z } from "zod";

const name = z
  .string()
  .trim()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

const authenticationType = (type: string) =>
  z.string().regex(new RegExp(`^#?microsoft\\.graph\\.${type}$`, "i"), `#microsoft.graph.${type}`);

/** A file of certificate and key, as base64. */
const keyBag = {
  pkcs12Value: z.base64().max(100_000).describe("A PKCS #12 file with certificate and RSA key, as base64."),
  password: z.string().max(256),
};

/** The type stands beside the values, so annotations count here. */
const authentication = z.union([
  z.looseObject({
    "@odata.type": authenticationType("basicAuthentication"),
    // A colon would end the name (RFC 7617 section 2).
    username: z
      .string()
      .min(1)
      .max(256)
      .regex(/^[^:\p{Cc}]*$/u, "must have no colon"),
    password: z.string().min(1).max(1024),
  }),
  z.looseObject({ "@odata.type": authenticationType("pkcs12Certificate"), ...keyBag }),
]);

/** `POST /identity/apiConnectors`. */
export const newApiConnectorBody = z.strictObject({
  "@odata.type": z.string().optional(),
  displayName: name,
  targetUrl: z.string().describe("An https address; keys may stand in its query."),
  authenticationConfiguration: authentication,
  signingSecret: z
    .string()
    .min(32)
    .max(256)
    .nullish()
    .describe("Extension: signs calls with HMAC-SHA-256; never read back."),
});

/** `PATCH /identity/apiConnectors/{id}`. */
export const apiConnectorChangesBody = newApiConnectorBody.partial();

/** `POST /identity/apiConnectors/{id}/uploadClientCertificate`. */
export const clientCertificateBody = z.strictObject(keyBag);

/** `POST /identity/apiConnectors/{id}/sendSample`: an extension. */
export const sampleBody = z
  .strictObject({
    step: z.enum(["postFederationSignup", "postAttributeCollection"]),
    email: z.email(),
  })
  .partial();
