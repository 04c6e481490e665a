import { connect, type Socket } from 'node:net';

/**
 * Requests per second of one address over kept connections, each with one request at a time, as `autocannon` does. Over
 * bare sockets: an HTTP client would cost more than the servers that are measured.
 */

const CONNECTIONS = 50;
const END_OF_HEAD = '\r\n\r\n';

interface Count {
  answers: number;
  isOver: boolean;
}

export const requestsPerSecond = async (url: string, ms: number): Promise<number> => {
  const { hostname, port, pathname } = new URL(url);
  const question = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`;
  const count: Count = { answers: 0, isOver: false };
  const started = performance.now();
  const ended = setTimeout(() => (count.isOver = true), ms);
  try {
    await Promise.all(
      Array.from({ length: CONNECTIONS }, () => askOn(connect(Number(port), hostname), question, count)),
    );
  } finally {
    clearTimeout(ended);
  }
  return count.answers / ((performance.now() - started) / 1000);
};

const askOn = (socket: Socket, question: string, count: Count): Promise<void> =>
  new Promise((done, fail) => {
    let rest = '';
    socket.setNoDelay(true);
    socket.once('error', fail);
    socket.on('data', (piece) => {
      rest += piece.toString('latin1');
      if (!isWhole(rest)) return;
      if (!rest.startsWith('HTTP/1.1 200')) return fail(new Error(`answered: ${rest.slice(0, 100)}`));
      rest = '';
      count.answers++;
      if (count.isOver) socket.end(() => done());
      else socket.write(question);
    });
    socket.once('close', () => done());
    socket.write(question);
  });

const isWhole = (text: string): boolean => {
  const end = text.indexOf(END_OF_HEAD);
  if (end < 0) return false;
  const length = Number(/^content-length: (\d+)/im.exec(text.slice(0, end))?.[1] ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error('an answer without content-length');
  return text.length >= end + END_OF_HEAD.length + length;
};
