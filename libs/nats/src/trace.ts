import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/**
 * W3C trace context (https://www.w3.org/TR/trace-context/), carried in the `traceparent` header of HTTP and NATS and
 * through our own calls by AsyncLocalStorage, so that one request can be followed through every process's logs.
 */
const storage = new AsyncLocalStorage<string>();

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

export const TRACE_HEADER = 'traceparent';

/** The current `traceparent`, or undefined outside a request. */
export const currentTraceparent = (): string | undefined => storage.getStore();

/** The 32 hex digits that logs carry. */
export const currentTraceId = (): string | undefined => currentTraceparent()?.slice(3, 35);

/** Runs `work` inside the caller's trace, as a span of its own; a missing or malformed parent starts a new trace. */
export const runWithTrace = <T>(parent: string | undefined, work: () => T): T => storage.run(childOf(parent), work);

const childOf = (parent: string | undefined): string => {
  const traceId =
    parent !== undefined && TRACEPARENT.test(parent) ? parent.slice(3, 35) : randomBytes(16).toString('hex');
  return `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
};
