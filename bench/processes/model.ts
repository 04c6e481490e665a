/** The language model by script behind Chat Completions on loopback. Answers at once, as one event stream in one piece. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerTo, type Heard, type Said } from '../stage/script.js';

interface Ask {
  readonly messages: readonly Heard[];
}

const callFind = (args: string): object => ({
  tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'find', arguments: args } }],
});

const eventsOf = (said: Said): string => {
  const [delta, finish] = 'find' in said ? [callFind(said.find), 'tool_calls'] : [{ content: said.words }, 'stop'];
  const chunk = (choice: object): string =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'scripted', choices: [{ index: 0, ...choice }] })}\n\n`;
  const words = chunk({ delta: { role: 'assistant', ...delta }, finish_reason: null });
  return `${words}${chunk({ delta: {}, finish_reason: finish })}data: [DONE]\n\n`;
};

const server = createServer((request, response) => {
  void text(request).then((body) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(eventsOf(answerTo((JSON.parse(body) as Ask).messages)));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}/v1` })}\n`);
});
