import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MESSAGE_MAX_BYTES } from '../chat.js';
import { IsAtMost, IsSaid } from './text.validator.js';

/** The doors of the original sketch, kept word for word so that a backend written against it works unchanged. */
export class SketchMessage {
  @ApiProperty({
    minLength: 1,
    maxLength: MESSAGE_MAX_BYTES,
    pattern: '\\S',
    example: 'por favor toma todos los archivos del escritorio y mételos en una carpeta llamada luyd',
  })
  @IsSaid()
  @IsAtMost(MESSAGE_MAX_BYTES)
  message: string;
}

export class SketchReply {
  @ApiProperty({ enum: ['text', 'error'] })
  type: 'text' | 'error';

  @ApiProperty()
  content: string;
}

/** How the sketch's doors fail: `content` for the chat, the same words in `message` for the file door. */
export class SketchFailure {
  @ApiProperty({ enum: ['error'] })
  type: 'error';

  @ApiProperty()
  content: string;

  @ApiProperty()
  message: string;
}

export const ACTIONS = [
  'mover_archivos',
  'crear_carpeta',
  'listar_archivos',
  'eliminar_archivos',
  'copiar_archivos',
] as const;
export type Action = (typeof ACTIONS)[number];

export class SketchManage {
  @ApiProperty({ enum: ACTIONS })
  @IsIn(ACTIONS)
  accion: Action;

  @ApiPropertyOptional({ description: 'The folder the files are in', maxLength: 4096, example: 'escritorio' })
  @IsOptional()
  @IsString()
  @MaxLength(4096)
  origen?: string;

  @ApiPropertyOptional({
    description: 'The folder they go to, or that is made',
    maxLength: 4096,
    example: 'documentos',
  })
  @IsOptional()
  @IsString()
  @MaxLength(4096)
  destino?: string;

  @ApiPropertyOptional({ maxLength: 4096, example: 'luyd' })
  @IsOptional()
  @IsString()
  @MaxLength(4096)
  nombre_carpeta?: string;

  @ApiPropertyOptional({ type: [String], description: 'Names; left out: all files', maxItems: 100 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  archivos_a_mover?: string[];
}

export class SketchDone {
  @ApiProperty()
  message: string;
}
