import { connect, createServer } from 'node:net';

/** Whether something accepts connections there already. */
const answers = (port, host) =>
  new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const settle = (open) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });

/** Why a server cannot listen there, as Node's error code; undefined when it can. */
const refusal = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });

/**
 * Why a server on this port would not be reached, as an error code; undefined when it would.
 * Some systems let a second server onto 127.0.0.1 beside one on every address, and `localhost` may mean ::1: both are asked.
 */
export async function portRefusal(port, host) {
  const loopback = host === '127.0.0.1' || host === 'localhost';
  if (loopback && ((await answers(port, '127.0.0.1')) || (await answers(port, '::1')))) return 'EADDRINUSE';
  return refusal(port, host);
}

/** The first port from `first` on where a server would be reached on 127.0.0.1. */
export async function freePort(first) {
  for (let port = first; port < first + 100; port += 1) if (!(await portRefusal(port, '127.0.0.1'))) return port;
  throw new Error(`No free port between ${first} and ${first + 99}.`);
}
