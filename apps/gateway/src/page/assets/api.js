import { language } from './words.js';

const RETRIES = 40;
const RETRY_MS = 500;

const headers = (more) => ({ 'accept-language': language, ...more });
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** One JSON request; throws the problem the gateway answers. */
export const ask = async (method, path, body) => {
  const response = await fetch(path, {
    method,
    headers: headers(body && { 'content-type': 'application/json' }),
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw answer;
  return answer;
};

/**
 * A request as a stream: `onEvent(name, data)` for everything on the way, the last word as the result.
 * A line that breaks is taken up where it broke, also when the gateway was started again meanwhile.
 */
export const stream = async (path, body, onEvent) => {
  const state = { lastId: 0, runId: undefined };
  const told = (line) => {
    state.lastId = line.id;
    state.runId ??= line.data.runId;
    onEvent(line.event, line.data);
  };
  const first = await fetch(path, {
    method: 'POST',
    headers: headers({ accept: 'text/event-stream', 'content-type': 'application/json' }),
    body: JSON.stringify(body),
  });
  return wordOf((await lastWord(first, told)) ?? (await goOn(state, told)));
};

/** A request whose page was loaded again meanwhile: all it told, then what comes. */
export const takeUp = async (runId, onEvent) => {
  const state = { lastId: 0, runId };
  const told = (line) => {
    state.lastId = line.id;
    onEvent(line.event, line.data);
  };
  return wordOf(await goOn(state, told));
};

const wordOf = ({ event, data }) => {
  if (event === 'error') throw data;
  return data;
};

const goOn = async (state, told) => {
  for (let attempt = 0; attempt < RETRIES && state.runId !== undefined; attempt += 1) {
    if (attempt > 0 || state.lastId > 0) await pause(RETRY_MS);
    try {
      const again = await fetch(`/v1/runs/${state.runId}/events`, {
        headers: headers({ accept: 'text/event-stream', 'last-event-id': String(state.lastId) }),
      });
      const last = await lastWord(again, told);
      if (last !== undefined) return last;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw { code: 'GATEWAY_OFF' };
};

/** Reads until the last word of a run; undefined when the line broke before it. */
const lastWord = async (response, told) => {
  if (!response.ok) throw await response.json();
  let rest = '';
  try {
    for await (const text of textsOf(response)) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop();
      for (const line of blocks.filter((block) => block.startsWith('id:')).map(lineIn)) {
        if (line.event === 'reply' || line.event === 'error') return line;
        if (line.event !== 'bye') told(line);
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return undefined;
};

async function* textsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

const lineIn = (block) => {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s)));
  return { id: Number(fields.id), event: fields.event, data: JSON.parse(fields.data) };
};
