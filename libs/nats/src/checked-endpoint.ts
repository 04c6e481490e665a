import type { z } from 'zod';
import { issuesOf, refused } from '#contracts/issues';
import type { Endpoint } from './micro-service.js';

/** What one endpoint says and understands; an Operation of the catalog is one. */
export interface EndpointContract {
  readonly name: string;
  readonly words: string;
  readonly request: z.ZodType;
  readonly reply: z.ZodType;
}

/**
 * An endpoint on `<prefix>.<contract.name>` whose request and reply are checked on the way. A request that does not fit is
 * refused with BAD_REQUEST; a reply that does not fit is our own mistake and becomes INTERNAL.
 */
export const checkedEndpoint = (
  contract: EndpointContract,
  { prefix, answer }: { readonly prefix: string; readonly answer: (request: unknown) => Promise<unknown> },
): Endpoint => ({
  name: contract.name,
  subject: `${prefix}.${contract.name}`,
  metadata: { words: contract.words },
  handle: async (body) => checkReply(contract, await answer(checkRequest(contract, body))),
});

const checkRequest = (contract: EndpointContract, body: unknown): unknown => {
  const checked = contract.request.safeParse(body);
  if (checked.success) return checked.data;
  throw refused('BAD_REQUEST', issuesOf(checked.error, body));
};

const checkReply = (contract: EndpointContract, reply: unknown): unknown => {
  const checked = contract.reply.safeParse(reply);
  if (checked.success) return checked.data;
  throw new Error(`The reply of ${contract.name} breaks its contract: ${firstIssue(checked.error)}`);
};

const firstIssue = ({ issues: [issue] }: z.ZodError): string => `${issue?.path.join('.')}: ${issue?.message}`;
