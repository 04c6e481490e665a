import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Language, PlanView } from '../chat.js';
import { ERRORS, type ErrorCode, type ErrorDetails } from '../errors.js';

const CODES = Object.keys(ERRORS) as ErrorCode[];

/** RFC 9457 problem details, with the code programs branch on. */
export class ProblemDetails {
  @ApiProperty({ description: 'Where the code is explained', example: '/docs/errors#UNKNOWN_MACHINE' })
  type: string;

  @ApiProperty({ description: 'One sentence in the language of `Accept-Language`' })
  title: string;

  @ApiProperty({
    type: 'object',
    properties: { es: { type: 'string' }, en: { type: 'string' } },
    required: ['es', 'en'],
    description: 'That sentence in both, for whoever lets people switch',
  })
  titles: Readonly<Record<Language, string>>;

  @ApiProperty({ minimum: 400, maximum: 599, type: 'integer' })
  status: number;

  @ApiProperty({ enum: CODES, enumName: 'ErrorCode' })
  code: ErrorCode;

  @ApiPropertyOptional({ description: 'What exactly, in English' })
  detail?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Names, counts and limits' })
  details?: ErrorDetails;

  @ApiProperty({ description: 'Whether the same request may succeed later' })
  retry: boolean;

  @ApiPropertyOptional({ description: 'The trace id that the logs carry' })
  trace?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/PlanView' },
    description: 'With PLAN_CHANGED: the plans as they are now, for the next yes',
  })
  plans?: PlanView[];
}
