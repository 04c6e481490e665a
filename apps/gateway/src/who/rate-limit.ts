import { OrdenaError } from '#contracts/errors';

interface Bucket {
  left: number;
  at: number;
}

const MINUTE_MS = 60_000;
const MAX_CALLERS = 10_000;

/** A token bucket per caller that refills over a minute. 0 = no limit. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly perMinute: number) {}

  /** Takes one, or throws RATE with the seconds until the next. */
  take(caller: string): void {
    if (this.perMinute === 0) return;
    const bucket = this.refilled(caller);
    if (bucket.left < 1) throw this.refusal();
    bucket.left -= 1;
  }

  private refilled(caller: string): Bucket {
    const now = Date.now();
    const known = this.buckets.get(caller) ?? { left: this.perMinute, at: now };
    const grown = known.left + ((now - known.at) * this.perMinute) / MINUTE_MS;
    const bucket = { left: Math.min(grown, this.perMinute), at: now };
    if (this.buckets.size >= MAX_CALLERS) this.buckets.clear();
    this.buckets.set(caller, bucket);
    return bucket;
  }

  private refusal(): OrdenaError {
    const seconds = Math.ceil(60 / this.perMinute);
    return new OrdenaError('RATE', `Too many requests; wait ${seconds} s.`, { details: { seconds } });
  }
}
