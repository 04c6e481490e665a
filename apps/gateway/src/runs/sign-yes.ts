import type { Approval } from '#contracts/plan';
import { yesText } from '#contracts/signed-yes';
import { userKeyFrom } from '#nats/connection';
import { publicKeyOf, signerFrom, type Sign } from '#nats/signature';

/** What a yes is signed with: the gateway's own key on the bus, whose public half is in the credentials of every PC. */
export interface GatewayKey {
  readonly publicKey: string;
  readonly sign: Sign;
}

export type SignYes = (yes: Approval) => Approval;

/** Undefined: this bus has no credentials, and nobody there asks for a signature. */
export const readGatewayKey = (credsFile: string | undefined): GatewayKey | undefined => {
  const user = credsFile === undefined ? undefined : userKeyFrom(credsFile);
  return user && { publicKey: publicKeyOf(user.seed), sign: signerFrom(user.seed) };
};

export const signYes =
  (key: GatewayKey | undefined): SignYes =>
  (yes) =>
    key === undefined ? yes : { ...yes, signature: key.sign(yesText(yes)) };
