import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsTimeZone, Matches, MaxLength } from 'class-validator';
import { LanguageSchema, MESSAGE_MAX_BYTES, ModeSchema, type Language, type Mode } from '../chat.js';
import { TIME_ZONE_PATTERN } from '../patterns.js';
import { IsAtMost, IsMachineId, IsSaid } from './text.validator.js';

export const ID_PATTERN = '^[A-Za-z0-9_-]{1,64}$';
/** A machine in the document, as the contract has it. */
export const MACHINE_ID = { allOf: [{ $ref: '#/components/schemas/MachineId' }] };

/** What a person or a program says: `POST /v1/chat`. */
export class ChatRequest {
  @ApiProperty({
    description: `Spanish or English, at most ${MESSAGE_MAX_BYTES} bytes of UTF-8`,
    minLength: 1,
    maxLength: MESSAGE_MAX_BYTES,
    pattern: '\\S',
    example: 'mueve las fotos del escritorio a una carpeta llamada verano',
  })
  @IsSaid()
  @IsAtMost(MESSAGE_MAX_BYTES)
  message: string;

  @ApiPropertyOptional({ description: 'From the answer before, to go on with the same talk', pattern: ID_PATTERN })
  @IsOptional()
  @IsString()
  @Matches(new RegExp(ID_PATTERN))
  conversationId?: string;

  @ApiPropertyOptional({ description: 'The machine meant when the message names none', ...MACHINE_ID })
  @IsOptional()
  @IsMachineId()
  machine?: string;

  @ApiPropertyOptional({
    enum: ModeSchema.options,
    description: '`look`: no changes; `ask`: every change asks; `auto`: harmless ones go ahead',
  })
  @IsOptional()
  @IsIn(ModeSchema.options)
  mode?: Mode;

  @ApiPropertyOptional({ enum: LanguageSchema.options, description: 'Default: the language of the message' })
  @IsOptional()
  @IsIn(LanguageSchema.options)
  language?: Language;

  @ApiPropertyOptional({
    description: 'IANA name that this gateway knows, for words such as "yesterday". Default: the one of the planner',
    maxLength: 64,
    pattern: TIME_ZONE_PATTERN.source,
    example: 'Europe/Madrid',
  })
  @IsOptional()
  @Matches(TIME_ZONE_PATTERN)
  @MaxLength(64)
  @IsTimeZone()
  timeZone?: string;
}
