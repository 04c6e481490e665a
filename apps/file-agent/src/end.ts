import type { OrdenaError } from '#contracts/errors';

/** Why this agent may not go on, told by whoever finds out first. */
export class End {
  private come: OrdenaError | undefined;
  private resolve: (reason: OrdenaError) => void = () => undefined;
  readonly reason = new Promise<OrdenaError>((resolve) => (this.resolve = resolve));

  tell(reason: OrdenaError): void {
    this.come ??= reason;
    this.resolve(reason);
  }

  throwIfCome(): void {
    if (this.come !== undefined) throw this.come;
  }
}
