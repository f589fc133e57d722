const { CacheLookupPolicy, PublicClientApplication } = globalThis.msal;
const { authority, clientId } = await (await fetch("/settings.json")).json();
const graph = `${new URL(authority).origin}/v1.0`;
const redirectUri = `${location.origin}/spa`;
const scopes = ["User.Read"];

const application = new PublicClientApplication({
  auth: {
    clientId,
    authority,
    // Without it the library asks Microsoft whether this authority can be trusted.
    knownAuthorities: [new URL(authority).host],
    redirectUri,
    postLogoutRedirectUri: redirectUri,
  },
});
await application.initialize();

/** Each button's way to a token, or out. */
const actions = {
  loginRedirect: () => application.loginRedirect({ scopes }),
  loginPopup: () => application.loginPopup({ scopes }),
  ssoSilent: () => application.ssoSilent({ scopes }),
  fromCache: () => silent(CacheLookupPolicy.AccessToken),
  byRefreshToken: () => silent(CacheLookupPolicy.RefreshToken),
  inHiddenFrame: () => silent(CacheLookupPolicy.Skip),
  logoutRedirect: () => application.logoutRedirect({ account: account() }),
  logoutPopup: () => application.logoutPopup({ account: account() }),
};

for (const button of document.querySelectorAll("button"))
  button.addEventListener("click", () => perform(actions[button.dataset.action]));
await perform(() => application.handleRedirectPromise());

function account() {
  return application.getAllAccounts()[0];
}

function silent(cacheLookupPolicy) {
  return application.acquireTokenSilent({ scopes, account: account(), cacheLookupPolicy });
}

async function perform(action) {
  show("Working");
  try {
    const result = await action();
    if (result) show("Signed in", { ...tell(result), me: await whoIs(result.accessToken) });
    else show(account() ? "Signed in" : "Signed out");
  } catch (error) {
    show("Error", { errorCode: error.errorCode, message: error.message });
  }
}

function tell({ account, fromCache, idTokenClaims }) {
  const { homeAccountId, localAccountId, tenantId, environment, username } = account;
  return { homeAccountId, localAccountId, tenantId, environment, username, fromCache, idTokenClaims };
}

/** Graph, with the person's token. */
async function whoIs(accessToken) {
  const answer = await fetch(`${graph}/me`, { headers: { authorization: `Bearer ${accessToken}` } });
  return answer.json();
}

function show(status, details) {
  document.querySelector("[role=status]").textContent = status;
  document.querySelector("pre").textContent = details ? JSON.stringify(details, null, 2) : "";
}
