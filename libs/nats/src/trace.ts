import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/**
 * W3C trace context (https://www.w3.org/TR/trace-context/), carried in the `traceparent` header of HTTP and NATS and
 * through our own calls by AsyncLocalStorage, so that one request can be followed through every process's logs.
 */
const storage = new AsyncLocalStorage<Span>();

const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

export const TRACE_HEADER = 'traceparent';

/** Makes its ids when first asked: most requests to an agent neither call on nor log. */
class Span {
  private made: string | undefined;

  constructor(private readonly parent: string | undefined) {}

  get traceparent(): string {
    return (this.made ??= `00-${traceIdOf(this.parent)}-${randomHex().slice(16)}-01`);
  }
}

const traceIdOf = (parent: string | undefined): string =>
  parent !== undefined && TRACEPARENT.test(parent) ? parent.slice(3, 35) : randomHex();

/** 32 digits. A UUID, because Node keeps random bytes at hand for those: asking the system for each costs ten times as much. */
const randomHex = (): string => randomUUID().replaceAll('-', '');

/** The current `traceparent`, or undefined outside a request. */
export const currentTraceparent = (): string | undefined => storage.getStore()?.traceparent;

/** The 32 hex digits that logs carry. */
export const currentTraceId = (): string | undefined => currentTraceparent()?.slice(3, 35);

/** Runs `work` inside the caller's trace, as a span of its own; a missing or malformed parent starts a new trace. */
export const runWithTrace = <T>(parent: string | undefined, work: () => T): T => storage.run(new Span(parent), work);
