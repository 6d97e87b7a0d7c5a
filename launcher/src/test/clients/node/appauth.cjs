// An app on a computer, with AppAuth: it opens the browser of the system and listens on a loopback address itself.
const {
  AuthorizationNotifier, AuthorizationRequest, AuthorizationServiceConfiguration, BaseTokenRequestHandler,
  RevokeTokenRequest, TokenRequest
} = require('@openid/appauth');
const { NodeBasedHandler, NodeCrypto, NodeRequestor } = require('@openid/appauth/built/node_support/index.js');

async function run({ settings, tell }) {
  const requestor = new NodeRequestor();
  const server = await AuthorizationServiceConfiguration.fetchFromIssuer(settings.issuer, requestor);
  const handler = new NodeBasedHandler(Number(new URL(settings.redirectUri).port));
  const notifier = new AuthorizationNotifier();
  handler.setAuthorizationNotifier(notifier);
  const answered = new Promise(resolve => notifier.setAuthorizationListener(
    (request, response, error) => resolve({ request, response, error })));
  handler.performAuthorizationRequest(server, new AuthorizationRequest({
    client_id: 'demo-app',
    redirect_uri: settings.redirectUri,
    scope: 'launch/patient patient/Patient.rs online_access',
    response_type: AuthorizationRequest.RESPONSE_TYPE_CODE,
    extras: { aud: settings.fhir }
  }, new NodeCrypto()));
  const { request, response, error } = await answered;
  if (error) {
    tell({ error: error.error });
    return;
  }
  const tokens = new BaseTokenRequestHandler(requestor);
  const own = { client_id: 'demo-app', redirect_uri: settings.redirectUri };
  const first = await tokens.performTokenRequest(server, new TokenRequest({
    ...own,
    grant_type: 'authorization_code',
    code: response.code,
    extras: { code_verifier: request.internal.code_verifier }
  }));
  const second = await tokens.performTokenRequest(server, new TokenRequest({
    ...own, grant_type: 'refresh_token', refresh_token: first.refreshToken
  }));
  const read = await fetch(settings.fhir + '/Patient', { headers: { Authorization: 'Bearer ' + second.accessToken } });
  const bundle = await read.json();
  await tokens.performRevokeTokenRequest(server, new RevokeTokenRequest({
    token: second.refreshToken, client_id: 'demo-app'
  }));
  tell({
    scope: first.scope,
    rotated: first.refreshToken !== second.refreshToken,
    status: read.status,
    patients: bundle.entry.length
  });
}

import('./steps.mjs').then(run).then(() => process.exit(0), problem => {
  console.error(problem);
  process.exit(1);
});
