import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { OrdenaError } from '#contracts/errors';
import { TEXT_TOO_LONG } from '#contracts/http/text.validator';

/** DTO classes: unknown fields are refused, never dropped, because a misspelt field would change what is done. */
export const dtoPipe = (): ValidationPipe =>
  new DtoPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => refusalOf(errors),
  });

/** What is no object at all has no wrong field; Nest would let a list or a number pass as an empty one. */
class DtoPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isBody = metadata.type === 'body' && metadata.metatype !== Object;
    if (isBody && value !== undefined && !isPlainObject(value)) throw noObject();
    return super.transform(value, metadata);
  }
}

const isPlainObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const noObject = (): OrdenaError =>
  new OrdenaError('BAD_REQUEST', 'That request does not fit: its body is one JSON object.', {
    details: { issues: ['body: one JSON object'] },
  });

const refusalOf = (errors: ValidationError[]): OrdenaError => {
  const failed = errors.flatMap((error) => Object.entries(error.constraints ?? {}));
  const issues = failed.map(([, sentence]) => sentence);
  if (failed.some(([name]) => name === TEXT_TOO_LONG))
    return new OrdenaError('BODY_SIZE', `The message is too long: ${issues.join('; ')}.`, { details: { issues } });
  return new OrdenaError('BAD_REQUEST', `That request does not fit: ${issues.join('; ')}.`, { details: { issues } });
};
