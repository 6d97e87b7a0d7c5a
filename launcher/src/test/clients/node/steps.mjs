// How these apps talk with the test: a line of JSON for each step, on standard output.
import { createServer } from 'node:http';

export const settings = {
  issuer: process.env.ISSUER,
  fhir: process.env.FHIR,
  redirectUri: process.env.REDIRECT_URI,
  secret: process.env.CLIENT_SECRET
};

export function tell(step) {
  process.stdout.write(JSON.stringify(step) + '\n');
}

/** Listens where the browser comes back, once; gives the address that it came with. */
export function comesBack() {
  const expected = new URL(settings.redirectUri);
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const address = new URL(request.url, expected);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (address.pathname !== expected.pathname) {
        response.writeHead(404).end();
        return;
      }
      response.end('<!DOCTYPE html><html lang="nl"><title>Terug</title><body>Terug in de app</body></html>');
      server.close();
      server.closeAllConnections?.();
      resolve(address);
    });
    server.on('error', reject);
    server.listen(Number(expected.port), expected.hostname);
  });
}
