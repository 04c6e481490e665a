import { gatewayIn } from '#contracts/signed-yes';
import { userKeyFrom } from '#nats/connection';
import { tagsIn } from '#nats/signature';

/** Whose yes counts, by what was signed about this PC; undefined where that names nobody. */
export const obeyedBy = (jwt: string): string | undefined => gatewayIn(tagsIn(jwt));

/** The same of a credentials file; one that holds only a key names nobody, nor does none. */
export const obeyedFrom = (credsFile: string | undefined): string | undefined => {
  const user = credsFile === undefined ? undefined : userKeyFrom(credsFile);
  return user && obeyedBy(user.jwt);
};
