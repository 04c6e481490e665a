import type { Approval } from './plan.js';

/** What the gateway signs of a yes: every field an agent goes by, so that none can be another on the way. */
export const yesText = ({ planId, hash, machine, by, yes, expiresAt }: Approval): string =>
  `ordena yes\n${JSON.stringify([planId, hash, machine, by, yes ?? 'policy', expiresAt])}`;

const TAG = 'gateway:';

/** How the credentials of a PC say whose yes counts there: a tag of the user JWT, with the public half of the gateway's key. */
export const gatewayTag = (publicKey: string): string => `${TAG}${publicKey}`;

/** Undefined: these credentials name no gateway. */
export const gatewayIn = (tags: readonly string[]): string | undefined =>
  tags.find((tag) => tag.startsWith(TAG))?.slice(TAG.length);
