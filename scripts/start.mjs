import { ensureBuilt } from './build.mjs';
import { runNext } from './next.mjs';
import { portRefusal } from './port.mjs';

const port = process.env.PORT || '3000';
const host = process.env.HOST || '127.0.0.1';

const isLoopback = (name) => name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);

/** What to tell a person whose port or address cannot be used. */
function explain(code) {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use. Stop the program that has it, or choose another port: PORT=${Number(port) + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} needs more rights than you have. Choose one above 1023: PORT=3000 npm start`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST=${host} is not an address of this machine. Leave HOST out to listen on 127.0.0.1, or use 0.0.0.0 for every address.`;
  }
  return `Cannot listen on ${host}, port ${port}: ${code}`;
}

async function start() {
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    console.error(`PORT=${port} is not a port. Use a number from 1 to 65535: PORT=3000 npm start`);
    return 1;
  }
  const refusal = await portRefusal(Number(port), host);
  if (refusal) {
    console.error(explain(refusal));
    return 1;
  }
  const failed = await ensureBuilt();
  if (failed) return failed;
  const local = host === '127.0.0.1' || host === 'localhost';
  console.log(`Strata: http://${local ? 'localhost' : host}:${port} (Ctrl+C stops it)`);
  // Only a server that nobody else reaches takes addresses from its visitor.
  return runNext(['start', '-H', host, '-p', port], isLoopback(host) ? { STRATA_LISTENS_ON_LOOPBACK: '1' } : {});
}

process.exitCode = await start();
