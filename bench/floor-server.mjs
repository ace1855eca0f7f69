import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';

/** A server that does nothing but what none can do without, as parseAndHash does; tells its port to the thread that started it. */
const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  const text = JSON.stringify(JSON.parse(body));
  response.end(createHash('sha256').update(text).digest('hex'));
});
server.listen({ port: 0, host: '127.0.0.1' }, () => parentPort?.postMessage(server.address().port));
