import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { OrdenaError } from '#contracts/errors';
import { TEXT_TOO_LONG } from '#contracts/http/text.validator';

/** DTO classes: unknown fields are refused, never dropped, because a misspelt field would change what is done. */
export const dtoPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => refusalOf(errors),
  });

const refusalOf = (errors: ValidationError[]): OrdenaError => {
  const failed = errors.flatMap((error) => Object.entries(error.constraints ?? {}));
  const issues = failed.map(([, sentence]) => sentence);
  if (failed.some(([name]) => name === TEXT_TOO_LONG))
    return new OrdenaError('BODY_SIZE', `The message is too long: ${issues.join('; ')}.`, { details: { issues } });
  return new OrdenaError('BAD_REQUEST', `That request does not fit: ${issues.join('; ')}.`, { details: { issues } });
};
