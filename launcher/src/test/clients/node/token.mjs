// Logs in as an app without a secret and tells the access token, for a client that only wants one.
import * as client from 'openid-client';
import { comesBack, settings, tell } from './steps.mjs';

const config = await client.discovery(new URL(settings.issuer), 'demo-app', undefined, client.None(),
  { execute: [client.allowInsecureRequests] });
const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const back = comesBack();
tell({
  open: client.buildAuthorizationUrl(config, {
    redirect_uri: settings.redirectUri,
    scope: 'launch/patient patient/*.rs',
    aud: settings.fhir,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state
  }).href
});
const tokens = await client.authorizationCodeGrant(config, await back, { pkceCodeVerifier: verifier, expectedState: state });
tell({ token: tokens.access_token, patient: tokens.patient });
