import { randomBytes } from 'node:crypto';

/** `p-` + 9 base-36 digits of the time + 10 random ones: ids sort by age and nobody can guess the next one. */
export const newPlanId = (nowMs: number): string => {
  const time = nowMs.toString(36).padStart(9, '0');
  const chance = BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(10, '0')
    .slice(-10);
  return `p-${time}${chance}`;
};

/** When a plan was made, in ms since 1970. */
export const timeOfPlanId = (planId: string): number => parseInt(planId.slice(2, 11), 36);
