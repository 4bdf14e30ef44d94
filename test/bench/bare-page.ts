import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeHtml } from '../../src/documents/write/html.js';
import { paperOf, sampleAnswers } from '../support/papers.js';

/** The least a page can be: the finished form as one file, and one address that gives back what it is sent. */
export async function bareSite(): Promise<{ readonly base: string; close(): Promise<void> }> {
  const html = new TextDecoder().decode(writeHtml(paperOf(sampleAnswers())));
  // The page's own policy lets nothing be fetched; the bare one must fetch its answer.
  const page = html.replace(/<meta http-equiv[^>]*>/, '').replaceAll('data-bind', 'data-place');
  const server: Server = createServer((request, response) => {
    if (request.url === '/echo') {
      request.pipe(response);
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
