// The baseline of streams: the least that Node's own server holds for each. Prints its port.
import { createServer } from 'node:http';

const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': open\n\n');
});
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
