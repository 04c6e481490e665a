import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Challenges nobody has to remember: the time and a random part, sealed by a key that all gateways of a house share. A
 * signature over one is fresh by the desk's own clock; the clock of the PC does not count.
 */

const GOOD_FOR_MS = 2 * 60_000;
const RANDOM_BYTES = 16;

export class Challenges {
  constructor(
    private readonly key: string,
    private readonly now: () => number = Date.now,
  ) {}

  make(): string {
    const content = `${this.now()}.${randomBytes(RANDOM_BYTES).toString('base64url')}`;
    return `${content}.${this.sealOf(content).toString('base64url')}`;
  }

  isFresh(challenge: string): boolean {
    const [at = '', random = '', seal = ''] = challenge.split('.');
    const expected = this.sealOf(`${at}.${random}`);
    const given = Buffer.from(seal, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
    const age = this.now() - Number(at);
    return age >= 0 && age <= GOOD_FOR_MS;
  }

  private sealOf(content: string): Buffer {
    return createHmac('sha256', `challenge ${this.key}`).update(content).digest();
  }
}
