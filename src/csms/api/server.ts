import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type ApiOptions, operatorRoutes } from './routes.ts';

export interface OperatorServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the operator API on loopback; port 0 = any free one. Rejects with one line when the port is taken. */
export async function startOperatorServer(options: ApiOptions & { readonly port: number }): Promise<OperatorServer> {
  const host = '127.0.0.1';
  const server = createAdaptorServer({ fetch: operatorRoutes(options).fetch });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'the port is in use: stop what uses it or choose another' : error.message;
      reject(new Error(`the operator API cannot listen on ${host}:${options.port}: ${reason}`));
    });
    server.listen(options.port, host, () => {
      const bound = server.address();
      if (typeof bound === 'object' && bound !== null) resolve(bound);
    });
  });
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
