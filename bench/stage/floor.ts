import { connect, type NatsConnection } from '@nats-io/transport-node';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { startPeer, type PeerProcess } from './peer-process.js';

/** The raw transport: a bare nats-server, no keys, no permissions, and a responder that echoes, each a process. */
export interface Floor {
  readonly request: () => Promise<unknown>;
  close(): Promise<void>;
}

const HUNDRED_BYTES = new Uint8Array(100);

export const openFloor = async (): Promise<Floor> => {
  const server = await startNatsServer({ jetStream: false });
  const echo = await startPeer('echo.ts', [server.url]);
  const nc = await connect({ servers: server.url });
  return { request: () => nc.request('echo', HUNDRED_BYTES), close: () => closeAll({ server, echo, nc }) };
};

const closeAll = async (parts: { server: TestServer; echo: PeerProcess; nc: NatsConnection }): Promise<void> => {
  await parts.nc.close();
  await parts.echo.stop();
  await parts.server.close();
};
