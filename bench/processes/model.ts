/**
 * A language model by script behind Chat Completions: asked what is in a folder it calls `find` there, and once it was
 * told it names what it was told. Answers at once, as one event stream in one piece.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Ask {
  readonly messages: readonly { readonly role: string; readonly content: string | null }[];
}

const FOLDER = /documents\/[\w-]+/;

const callFind = (folder: string): object => ({
  tool_calls: [
    { index: 0, id: 'call_1', type: 'function', function: { name: 'find', arguments: JSON.stringify({ in: folder }) } },
  ],
});

const deltaFor = ({ messages }: Ask): { delta: object; finish: string } => {
  const last = messages.at(-1);
  if (last?.role === 'tool') return { delta: { content: `There: ${namesIn(last.content ?? '')}` }, finish: 'stop' };
  const question = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return { delta: callFind(FOLDER.exec(question)?.[0] ?? 'documents'), finish: 'tool_calls' };
};

const namesIn = (result: string): string => /[\w-]+\.txt/.exec(result)?.[0] ?? 'nothing';

const eventsOf = ({ delta, finish }: { delta: object; finish: string }): string => {
  const chunk = (choice: object): string =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'scripted', choices: [{ index: 0, ...choice }] })}\n\n`;
  const said = chunk({ delta: { role: 'assistant', ...delta }, finish_reason: null });
  return `${said}${chunk({ delta: {}, finish_reason: finish })}data: [DONE]\n\n`;
};

const server = createServer((request, response) => {
  void text(request).then((body) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(eventsOf(deltaFor(JSON.parse(body) as Ask)));
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}/v1` })}\n`);
});
