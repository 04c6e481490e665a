import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import type { PageFile } from '../page/page-files.js';
import { Needs } from '../who/caller.js';

export const UI_FILES = Symbol('swagger ui files');
export const OPENAPI = Symbol('openapi document');

/** Filled once the application knows all its routes. */
export interface OpenApiHolder {
  document?: OpenAPIObject;
}

/** Swagger UI's own page sets styles and scripts inline; this one keeps our content security policy. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ordena: REST</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true });\n`;

@ApiExcludeController()
@Controller()
@Needs('read')
export class DocsController {
  constructor(
    @Inject(UI_FILES) private readonly files: ReadonlyMap<string, PageFile>,
    @Inject(OPENAPI) private readonly openApi: OpenApiHolder,
  ) {}

  @Get('openapi.json')
  document(): OpenAPIObject {
    if (this.openApi.document === undefined) throw new OrdenaError('UNKNOWN_ROUTE', 'The document is not ready yet.');
    return this.openApi.document;
  }

  @Get('docs')
  async page(@Res() reply: FastifyReply): Promise<void> {
    await reply.type('text/html; charset=utf-8').send(PAGE);
  }

  @Get('docs/:file')
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    if (name === 'start.js') return void (await reply.type('text/javascript; charset=utf-8').send(START));
    const file = this.files.get(name);
    if (file === undefined) throw new OrdenaError('UNKNOWN_ROUTE', 'There is no such file.');
    await reply.type(file.type).header('cache-control', 'max-age=86400').send(file.body);
  }
}
