/** Names a question, so that its repeats are known as such. */
export const REPEAT_HEADER = 'Ordena-Question';

/** Whoever is still at work on a question answers its repeats with the same answer, instead of beginning once more. */
export class Repeats {
  private readonly underWay = new Map<string, Promise<unknown>>();

  async shared(question: string | undefined, work: () => Promise<unknown>): Promise<unknown> {
    if (question === undefined || question === '') return work();
    const going = this.underWay.get(question) ?? work();
    this.underWay.set(question, going);
    try {
      return await going;
    } finally {
      this.underWay.delete(question);
    }
  }
}
