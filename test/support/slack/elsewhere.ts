import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that is not Slack's. Whoever sends it a token has given the token away. */
export interface Elsewhere {
  readonly url: string;
  readonly asked: readonly { readonly path: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

export async function openElsewhere(body: Uint8Array = new Uint8Array()): Promise<Elsewhere> {
  const asked: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '/', authorization: request.headers.authorization });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    asked,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
