import { randomBytes } from 'node:crypto';

/** For calls whose server gave them no id. */
export const makeCallId = (): string => `call_${randomBytes(9).toString('hex')}`;
