import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a server that can be cut while it is in use: every connection over it breaks, later ones work again. */
export interface FragileLine {
  /** `http://127.0.0.1:<port>` */
  readonly base: string;
  cut(): void;
  close(): Promise<void>;
}

export const fragileLine = async (to: string): Promise<FragileLine> => {
  const port = Number(new URL(to).port);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on('error', () => other.destroy()).on('close', () => ends.delete(end) && other.destroy());
      end.pipe(other);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const cut = (): void => ends.forEach((end) => end.destroy());
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      cut();
    });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cut, close };
};
