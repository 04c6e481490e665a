import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { VERSION } from '../version.js';

export const openApiOf = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setTitle('Ordena')
    .setVersion(VERSION)
    .setDescription('Say what should happen to the files on your PCs: planned, shown, done, proven, undoable.')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The start-up token, or an API key' })
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, config);
};
