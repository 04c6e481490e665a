import { z } from 'zod';
import { MachineIdSchema } from './machine.js';

/** How another PC joins: what gateway, keeper, and the PC itself say to each other about it. */

/** Public half of a PC's nkey. */
export const UserKeySchema = z.string().regex(/^U[A-Z2-7]{55}$/);

export const DisplayNameSchema = z.string().trim().min(1).max(64);

/** A PC that was let in. */
export const EnrolledSchema = z
  .strictObject({
    machine: MachineIdSchema,
    displayName: z.string(),
    publicKey: UserKeySchema,
    enrolledAt: z.string().describe('ISO 8601'),
  })
  .meta({ id: 'Enrolled' });
export type Enrolled = z.infer<typeof EnrolledSchema>;

/** `ordena.keeper.enrol` → `Enrolled`; another key of that machine is shut out by it. */
export const KeeperEnrolSchema = z.strictObject({
  machine: MachineIdSchema,
  publicKey: UserKeySchema,
  displayName: DisplayNameSchema,
});

/** `ordena.keeper.revoke` */
export const KeeperRevokeSchema = z.strictObject({ machine: MachineIdSchema });
export const KeeperRevokedSchema = z.strictObject({ machine: MachineIdSchema, revoked: z.literal(true) });

/** `ordena.keeper.list` */
export const KeeperListSchema = z.strictObject({ machines: z.array(EnrolledSchema) });

/** What a PC proves: that it holds the key, now, for this purpose. The challenge is the desk's own, so no clock of the PC counts. */
const ProofSchema = {
  publicKey: UserKeySchema,
  challenge: z.string().max(200),
  signature: z.string().max(200).describe('base64url of Ed25519 over `joinText` or `renewText`'),
};

/** `POST /join` of the enrolment desk. */
export const JoinSchema = z.strictObject({ code: z.string().max(100), displayName: DisplayNameSchema, ...ProofSchema });
export type Join = z.infer<typeof JoinSchema>;

/** `POST /renew` of the enrolment desk. */
export const RenewSchema = z.strictObject({ machine: MachineIdSchema, ...ProofSchema });
export type Renew = z.infer<typeof RenewSchema>;

/** What a PC gets for either. */
export const AdmissionSchema = z.strictObject({
  machine: MachineIdSchema,
  jwt: z.string(),
  lastsSeconds: z.number().int().positive(),
  servers: z.array(z.string()).min(1),
});
export type Admission = z.infer<typeof AdmissionSchema>;

/** The code is in it, so that nobody can put another key under a code they saw pass. */
export const joinText = (join: Pick<Join, 'code' | 'publicKey' | 'challenge'>): string =>
  `ordena join\n${join.code}\n${join.publicKey}\n${join.challenge}`;

export const renewText = (renew: Pick<Renew, 'machine' | 'publicKey' | 'challenge'>): string =>
  `ordena renew\n${renew.machine}\n${renew.publicKey}\n${renew.challenge}`;

/** The file that tells the gateway how to keep an enrolment desk: `ORDENA_ENROL`, mode 0600, written by the starter. */
export const DeskFileSchema = z.strictObject({
  /** Public key of the agents' account, and the seed of the key that may sign agents in it and nothing else. */
  account: z.string(),
  signer: z.string(),
  /** Where the desk listens, and how other PCs reach it. */
  host: z.string(),
  port: z.number().int().min(0).max(65_535),
  url: z.url({ protocol: /^https$/ }),
  caFile: z.string(),
  certFile: z.string(),
  keyFile: z.string(),
  /** Where other PCs find the bus. */
  servers: z.array(z.string()).min(1),
  /** How long an admission lasts; agents renew it when a third is left. */
  lastsSeconds: z.number().int().positive(),
  /** This PC's own id: taken. */
  machine: MachineIdSchema,
});
export type DeskFile = z.infer<typeof DeskFileSchema>;
