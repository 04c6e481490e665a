import type { OrdenaError } from '#contracts/errors';

/** ADR-32's figures of one endpoint; durations in whole nanoseconds (Go clients refuse fractions). */
interface EndpointStatsView {
  readonly num_requests: number;
  readonly num_errors: number;
  readonly last_error: string;
  readonly processing_time: number;
  readonly average_processing_time: number;
}

/** Counts when the answer is *finished*: timing only the synchronous part would report 0 ns for everything we do. */
export class EndpointStats {
  private requests = 0;
  private errors = 0;
  private lastError = '';
  private nanoseconds = 0n;

  async measure(work: () => Promise<OrdenaError | undefined>): Promise<void> {
    const start = process.hrtime.bigint();
    const error = await work();
    this.nanoseconds += process.hrtime.bigint() - start;
    this.requests += 1;
    if (error === undefined) return;
    this.errors += 1;
    this.lastError = `${error.status}:${error.code}: ${error.message}`;
  }

  view(): EndpointStatsView {
    const average = this.requests === 0 ? 0n : this.nanoseconds / BigInt(this.requests);
    return {
      num_requests: this.requests,
      num_errors: this.errors,
      last_error: this.lastError,
      processing_time: Number(this.nanoseconds),
      average_processing_time: Number(average),
    };
  }
}
