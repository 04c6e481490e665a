/** The key exists or changed since it was read: somebody else was first (JetStream's "wrong last sequence"). */
export const isTaken = (error: unknown): boolean => error instanceof Error && /wrong last sequence/.test(error.message);
