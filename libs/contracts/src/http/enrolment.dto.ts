import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import { z } from 'zod';
import { EnrolledSchema } from '../enrolment.js';
import { MachineIdSchema } from '../machine.js';
import { MACHINE_ID } from './chat-request.dto.js';
import { IsMachineId, IsSaid } from './text.validator.js';

/** `POST /v1/machines/enrolments` */
export class EnrolmentRequest {
  @ApiProperty({ description: 'The id the PC shall have', ...MACHINE_ID, example: 'oficina' })
  @IsMachineId()
  machine: string;

  @ApiPropertyOptional({
    description: 'What people call it; the owner may say otherwise on that PC',
    minLength: 1,
    maxLength: 64,
    pattern: '\\S',
    example: 'la compu de la oficina',
  })
  @IsOptional()
  @IsSaid()
  @MaxLength(64)
  displayName?: string;
}

export const EnrolmentSchema = z
  .strictObject({
    machine: MachineIdSchema,
    code: z.string().describe('Good for one PC, once; shown this once'),
    expiresAt: z.string().describe('ISO 8601'),
    command: z.string().describe('One line to paste on that PC; it needs Node and nothing else'),
  })
  .meta({ id: 'Enrolment' });
export type Enrolment = z.infer<typeof EnrolmentSchema>;

export const EnrolledListSchema = z
  .strictObject({ machines: z.array(EnrolledSchema.omit({ publicKey: true }).meta({ id: 'EnrolledMachine' })) })
  .meta({ id: 'EnrolledList' });
export type EnrolledList = z.infer<typeof EnrolledListSchema>;

export const MachineRevokedSchema = z
  .strictObject({ machine: MachineIdSchema, revoked: z.literal(true) })
  .meta({ id: 'MachineRevoked' });
export type MachineRevoked = z.infer<typeof MachineRevokedSchema>;
