/** What the reference's server and its clients agree on. */
export const referenceClient = {
  clientId: "web",
  clientSecret: "a-client-secret-of-the-bench-long-enough",
  redirectUri: "https://web.contoso.example/callback",
  scope: "openid profile email api:read",
} as const;

export const automationClient = {
  clientId: "automation",
  clientSecret: "another-client-secret-of-the-bench-long",
  scope: "api:read",
} as const;

export const resource = "https://api.bench.example";
