// A hospital's system, with oauth4webapi: SMART Backend Services by a key of its own.
import * as oauth from 'oauth4webapi';
import { readFile } from 'node:fs/promises';
import { settings, tell } from './steps.mjs';

const insecure = { [oauth.allowInsecureRequests]: true };
const issuer = new URL(settings.issuer);
const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
const jwk = JSON.parse(await readFile(process.env.KEY_FILE, 'utf8'));
const key = await crypto.subtle.importKey('jwk', { ...jwk, key_ops: undefined }, { name: 'ECDSA', namedCurve: 'P-384' },
  false, ['sign']);
const client = { client_id: process.env.CLIENT_ID };
const proof = audience => oauth.PrivateKeyJwt({ key, kid: jwk.kid }, {
  // SMART asks for the address of the token endpoint here; the library puts the issuer.
  [oauth.modifyAssertion]: (header, payload) => { payload.aud = audience; }
});
async function token(audience) {
  const response = await oauth.clientCredentialsGrantRequest(
    server, client, proof(audience), { scope: 'system/Patient.rs' }, insecure);
  return oauth.processClientCredentialsResponse(server, client, response);
}
const found = await token(server.token_endpoint);
const patients = await oauth.protectedResourceRequest(
  found.access_token, 'GET', new URL(process.env.EHR + '/Patient?_count=1'), undefined, undefined, insecure);
const refused = await token('https://elsewhere.example/token').then(() => 'accepted', problem => problem.error);
tell({
  scope: found.scope,
  lifetime: found.expires_in,
  refreshToken: found.refresh_token ?? null,
  status: patients.status,
  type: (await patients.json()).resourceType,
  refused
});
