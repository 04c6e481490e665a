import type { ModelPort } from './port.js';

/** Looks for a model server on this PC. */
export const findLocalModel = async (): Promise<ModelPort | undefined> => undefined;
