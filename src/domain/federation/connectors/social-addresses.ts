/** Where the providers are that everybody may have an account with, and that have one address for all. */
export const socialAddresses = {
  apple: { issuer: "https://appleid.apple.com" },
  google: { issuer: "https://accounts.google.com" },
  linkedin: { issuer: "https://www.linkedin.com/oauth" },
  /** Each directory of Microsoft is an issuer below it; personal accounts are all in one. */
  microsoft: { authority: "https://login.microsoftonline.com" },
  facebook: {
    issuer: "facebook.com",
    // Without a version Facebook answers as the oldest one that the application may use.
    authorizationEndpoint: "https://www.facebook.com/dialog/oauth",
    tokenEndpoint: "https://graph.facebook.com/oauth/access_token",
    profile: "https://graph.facebook.com/me",
  },
  github: {
    issuer: "github.com",
    authorizationEndpoint: "https://github.com/login/oauth/authorize",
    tokenEndpoint: "https://github.com/login/oauth/access_token",
    profile: "https://api.github.com",
  },
};

/** Where one OAuth 2.0 provider is. */
export type OAuth2Addresses = (typeof socialAddresses)["github"];
