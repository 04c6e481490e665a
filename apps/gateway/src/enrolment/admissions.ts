import { encodeUser } from '@nats-io/jwt';
import { fromPublic, fromSeed, type KeyPair } from '@nats-io/nkeys';
import { joinText, renewText, type Admission, type DeskFile, type Join, type Renew } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { MachineIdSchema } from '#contracts/machine';
import { gatewayTag } from '#contracts/signed-yes';

/** Signs PCs in, with the one key that can sign nothing but a PC. */
export class Admissions {
  private readonly signer: KeyPair;

  constructor(
    private readonly desk: DeskFile,
    private readonly gatewayKey: string | undefined,
  ) {
    this.signer = fromSeed(new TextEncoder().encode(desk.signer));
  }

  /** The name is what the fence is made of, and `*` would be a hole in it on old servers: checked here, whoever asks. */
  async sign(machine: string, publicKey: string): Promise<Admission> {
    const name = MachineIdSchema.parse(machine);
    const { account, lastsSeconds, servers } = this.desk;
    const exp = Math.floor(Date.now() / 1000) + lastsSeconds;
    const tags = this.gatewayKey === undefined ? [] : [gatewayTag(this.gatewayKey)];
    const jwt = await encodeUser(name, publicKey, account, { tags }, { signer: this.signer, scopedUser: true, exp });
    return { machine: name, jwt, lastsSeconds, servers };
  }
}

export const proves = (proof: Join | Renew): boolean => {
  const text = 'code' in proof ? joinText(proof) : renewText(proof);
  try {
    const signature = new Uint8Array(Buffer.from(proof.signature, 'base64url'));
    return fromPublic(proof.publicKey).verify(new TextEncoder().encode(text), signature);
  } catch {
    return false; // not a key, or not a signature
  }
};

/** One answer for every code that does not work: which of the reasons it is helps only a guesser. */
export const badCode = (): OrdenaError =>
  new OrdenaError('UNAUTHORIZED', 'That code does not work: wrong, used, or older than 15 minutes. Ask for a new one.');

/** The same for every key that may not renew. */
export const shutOut = (): OrdenaError =>
  new OrdenaError('FORBIDDEN', 'This PC is not enrolled here any more. Ask for a new code and enrol it again.');
