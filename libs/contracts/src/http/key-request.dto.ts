import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Matches,
  MaxLength,
} from 'class-validator';
import { DATE_PATTERN } from '../patterns.js';
import { MACHINE_ID } from './chat-request.dto.js';
import { IsMachineId, IsSaid } from './text.validator.js';
import { KeyScopeSchema, type KeyScope } from './views.js';

/** `POST /v1/keys` */
export class KeyRequest {
  @ApiProperty({
    description: 'What it is for',
    minLength: 1,
    maxLength: 100,
    pattern: '\\S',
    example: 'backup script',
  })
  @IsSaid()
  @MaxLength(100)
  name: string;

  @ApiProperty({
    enum: KeyScopeSchema.options,
    isArray: true,
    minItems: 1,
    uniqueItems: true,
    description: '`read` looks, `write` makes plans, `approve` says yes to them, `keys` makes keys',
    example: ['read', 'write'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(KeyScopeSchema.options.length)
  @ArrayUnique()
  @IsIn(KeyScopeSchema.options, { each: true })
  scopes: KeyScope[];

  @ApiPropertyOptional({
    type: 'array',
    items: MACHINE_ID,
    minItems: 1,
    maxItems: 100,
    description: 'Only these machines',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsMachineId({ each: true })
  machines?: string[];

  @ApiPropertyOptional({ pattern: DATE_PATTERN.source, description: 'ISO 8601', example: '2030-01-01T00:00:00Z' })
  @IsOptional()
  @Matches(DATE_PATTERN)
  expiresAt?: string;
}
