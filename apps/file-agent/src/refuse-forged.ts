import { OrdenaError } from '#contracts/errors';
import type { Approval } from '#contracts/plan';
import { yesText } from '#contracts/signed-yes';
import { isSignedBy } from '#nats/signature';

/**
 * Throws BAD_SIGNATURE for a yes that the gateway of this PC did not sign: then not even the server, or whoever else may
 * publish a commit, has files changed. Where the credentials name no gateway, the bus's permissions are all there is.
 */
export const refuseForged = (yes: Approval, gatewayKey: string | undefined): void => {
  if (gatewayKey === undefined) return;
  if (yes.signature !== undefined && isSignedBy(gatewayKey, yesText(yes), yes.signature)) return;
  throw new OrdenaError(
    'BAD_SIGNATURE',
    'That yes was not signed by the gateway this PC obeys, so nothing was changed.',
  );
};
