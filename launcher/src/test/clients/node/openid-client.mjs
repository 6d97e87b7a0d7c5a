// A web app on a server, with openid-client: strict about issuer, nonce, state, and the id token.
import * as client from 'openid-client';
import { comesBack, settings, tell } from './steps.mjs';

const config = await client.discovery(
  new URL(settings.issuer), 'demo-webapp', settings.secret, client.ClientSecretBasic(settings.secret),
  { execute: [client.allowInsecureRequests] });
const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const address = client.buildAuthorizationUrl(config, {
  redirect_uri: settings.redirectUri,
  scope: 'openid fhirUser launch/patient patient/Patient.rs patient/Observation.rs offline_access',
  aud: settings.fhir,
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce
});
const back = comesBack();
tell({ open: address.href });
const tokens = await client.authorizationCodeGrant(
  config, await back, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
const read = token => client.fetchProtectedResource(config, token, new URL(tokens.claims().fhirUser), 'GET');
const patient = await (await read(tokens.access_token)).json();
const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
const own = await client.tokenIntrospection(config, refreshed.access_token);
await client.tokenRevocation(config, refreshed.refresh_token);
const ended = await client.tokenIntrospection(config, refreshed.access_token);
const refused = await client.refreshTokenGrant(config, refreshed.refresh_token).then(
  () => 'accepted', problem => problem.error);
tell({
  patient: patient.resourceType + '/' + patient.id,
  launchContext: tokens.patient,
  scope: tokens.scope,
  active: own.active,
  introspectedScope: own.scope,
  afterRevocation: ended.active,
  refused
});
