import fc from 'fast-check';
import { anything, valid } from './arbitrary.js';
import { DocumentChecker, type Document, type Door, type Parameter } from './open-api-document.js';

export interface Target {
  readonly base: string;
  readonly token: string;
  readonly document: Document;
  /** Values that lead somewhere, by the name of the parameter: a machine that is on, a plan that exists. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

interface Shot {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  /** Whether the document allows it; such a request is never told that its form is wrong. */
  readonly isAllowed: boolean;
}

/** Shoots at one door; throws at the first answer that is a 5xx or that the document does not allow. */
export const fuzzDoor = async (target: Target, path: string, method: string): Promise<void> => {
  const checker = new DocumentChecker(target.document);
  const door = target.document.paths[path]?.[method];
  if (door === undefined) throw new Error(`${method} ${path} is not in the document`);
  await fc.assert(
    fc.asyncProperty(shots(target, { path, method, door }, checker), async (shot) => {
      await judge(target, { door, shot }, checker);
    }),
    { numRuns: 25 },
  );
};

const shots = (
  target: Target,
  at: { path: string; method: string; door: Door },
  checker: DocumentChecker,
): fc.Arbitrary<Shot> => {
  const parameters = at.door.parameters ?? [];
  const values = fc.record(Object.fromEntries(parameters.map((one) => [one.name, valueOf(target, one, checker)])));
  const media = at.door.requestBody?.content['application/json'];
  const body =
    media === undefined
      ? fc.constant(undefined)
      : fc.oneof({ weight: 3, arbitrary: valid(media.schema, checker) }, anything());
  return fc.tuple(values, body).map(([given, said]) => shotOf(at, { given, said }, checker));
};

interface Sent {
  /** By the name of the parameter. */
  readonly given: Record<string, unknown>;
  readonly said?: unknown;
}

const shotOf = (at: { path: string; method: string; door: Door }, sent: Sent, checker: DocumentChecker): Shot => ({
  method: at.method.toUpperCase(),
  url: urlOf(at.path, at.door.parameters ?? [], sent.given),
  body: sent.said,
  isAllowed: fits(at.door, sent, checker),
});

/** One shot that was found before; answers its status. */
export const shootAgain = (target: Target, at: { path: string; method: string }, sent: Sent): Promise<number> => {
  const checker = new DocumentChecker(target.document);
  const door = target.document.paths[at.path]![at.method]!;
  return judge(target, { door, shot: shotOf({ ...at, door }, sent, checker) }, checker);
};

const fits = (door: Door, sent: Sent, checker: DocumentChecker): boolean => {
  const isFit = ({ name, schema }: Parameter): boolean =>
    sent.given[name] === undefined || checker.issue(schema, sent.given[name]) === undefined;
  const media = door.requestBody?.content['application/json'];
  const said: unknown = sent.said === undefined ? undefined : JSON.parse(JSON.stringify(sent.said));
  return (door.parameters ?? []).every(isFit) && (!media || checker.issue(media.schema, said) === undefined);
};

const valueOf = (target: Target, parameter: Parameter, checker: DocumentChecker): fc.Arbitrary<unknown> => {
  const wild = fc.oneof(valid(parameter.schema, checker), fc.string({ maxLength: 50 }));
  const known = target.known[parameter.name];
  const value =
    known === undefined ? wild : fc.oneof({ weight: 3, arbitrary: fc.constantFrom<unknown>(...known) }, wild);
  return parameter.in === 'path'
    ? value.filter((one) => String(one) !== '' && !/^\.{1,2}$/.test(String(one)))
    : fc.option(value, { nil: undefined });
};

const urlOf = (path: string, parameters: readonly Parameter[], given: Record<string, unknown>): string => {
  const encoded = (value: unknown): string => encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '?'));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(given[name]));
  const query = parameters.filter((one) => one.in === 'query' && given[one.name] !== undefined);
  return query.length === 0
    ? filled
    : `${filled}?${query.map(({ name }) => `${name}=${encoded(given[name])}`).join('&')}`;
};

const send = ({ base, token }: Target, { method, url, body }: Shot): Promise<Response> =>
  fetch(base + url, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

const judge = async (target: Target, at: { door: Door; shot: Shot }, checker: DocumentChecker): Promise<number> => {
  const { method, url, body } = at.shot;
  const response = await send(target, at.shot);
  const text = await response.text();
  const told = `${method} ${url} ${JSON.stringify(body)} → ${response.status} ${text.slice(0, 500)}`;
  if (response.status === 400 && at.shot.isAllowed) throw new Error(`the document allows it: ${told}`);
  if (response.status >= 500) throw new Error(`a 5xx: ${told}`);
  const documented = at.door.responses[String(response.status)];
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const media = documented?.content?.[type];
  if (media === undefined) throw new Error(`not in the document: ${told}`);
  const issue = type === 'text/event-stream' ? undefined : checker.issue(media.schema, JSON.parse(text));
  if (issue !== undefined) throw new Error(`does not fit (${issue}): ${told}`);
  return response.status;
};
