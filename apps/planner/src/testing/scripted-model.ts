import { LLMock, type ChatCompletionRequest } from '@copilotkit/aimock';

/** What the scripted model says at one step: words, calls, both, or an HTTP error. */
export interface Line {
  readonly words?: string;
  readonly calls?: readonly { readonly name: string; readonly args: unknown }[];
  readonly error?: { readonly status: number; readonly message: string };
}

export type Script = Line | ((request: ChatCompletionRequest) => Line);

/** A language model by script over real HTTP and SSE: one line per request, in order; the last one stays. */
export class ScriptedModel {
  readonly server = new LLMock({ port: 0, chunkSize: 7 });
  private step = 0;
  private script: readonly Script[] = [];

  /** `responses`: as OpenAI's current models do, refuse tools on Chat Completions and take them on Responses. */
  constructor(private readonly api: 'chat' | 'responses' = 'chat') {}

  async start(): Promise<this> {
    this.server.on({ predicate: () => true }, (request) => this.next(request) as never);
    await this.server.start();
    return this;
  }

  /** A new script from its first line. */
  play(...script: readonly Script[]): void {
    this.script = script;
    this.step = 0;
  }

  get baseUrl(): string {
    return `${this.server.url}/v1`;
  }

  /** The bodies that were sent, in order. */
  get bodies(): Record<string, unknown>[] {
    return this.server.getRequests().map(({ body }) => body as unknown as Record<string, unknown>);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private next(request: ChatCompletionRequest): object {
    if (this.api === 'responses' && isChat(request)) return toFixture({ error: USE_RESPONSES });
    const line = this.script[Math.min(this.step++, this.script.length - 1)];
    const said = typeof line === 'function' ? line(request) : line;
    return toFixture(said ?? { words: '' });
  }
}

const USE_RESPONSES = {
  status: 400,
  message: 'Function tools are not supported for this model in /v1/chat/completions. Please use /v1/responses instead.',
};

/** Only Chat Completions asks for usage this way. */
const isChat = (request: ChatCompletionRequest): boolean => 'stream_options' in request;

const toFixture = ({ words, calls, error }: Line): object => {
  if (error) return { error: { message: error.message, type: 'invalid_request_error' }, status: error.status };
  const toolCalls = calls?.map(({ name, args }) => ({ name, arguments: JSON.stringify(args) }));
  if (toolCalls === undefined) return { content: words ?? '' };
  return words === undefined ? { toolCalls } : { content: words, toolCalls };
};

/** A tool message of the newest turn, parsed: what a script needs to go on, e.g. a planId. */
export const lastResults = (request: ChatCompletionRequest): Record<string, unknown>[] => {
  const messages = request.messages as { role: string; content: unknown }[];
  const from = messages.findLastIndex(({ role }) => role !== 'tool') + 1;
  return messages.slice(from).map(({ content }) => JSON.parse(String(content)) as Record<string, unknown>);
};
